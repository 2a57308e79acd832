import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../scripts/build-extension.ts';

/** One import of a source file. */
export interface Import {
  /** As it is written: `../lib/gap.ts`, `zod`. */
  readonly specifier: string;
  /** Path from the root of what a relative import names; undefined for a library. */
  readonly path: string | undefined;
  /** `import type`: nothing of it is left when the program runs. */
  readonly isType: boolean;
}

export interface Source {
  /** Path from the root. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const IMPORT = /^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;

/** Every TypeScript file of the project, whether it is under version control yet or not. */
export function readSources(): Source[] {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.mjs'];
  const paths = execFileSync('git', list, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
  return paths
    .filter((path) => existsSync(join(root, path)))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, imports: importsOf(path, text) };
    });
}

export function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(IMPORT)].map(([, type, from, dynamic]) => {
    const specifier = from ?? dynamic ?? '';
    const isRelative = specifier.startsWith('.');
    return {
      specifier,
      path: isRelative ? join(dirname(path), specifier.replace(/\?.*$/, '')) : undefined,
      isType: type !== undefined,
    };
  });
}
