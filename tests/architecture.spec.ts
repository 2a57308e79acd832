import { expect, test } from '@playwright/test';
import { type Import, importsOf, readSources, type Source } from './support/sources.ts';

const sources = readSources();

/** Rooms that use the others: to run, show, measure or test them. */
const USERS_OF_ROOMS = ['scripts', 'demo', 'tests', 'bench'];

/** The room that a file is in: an entrypoint has one of its own. */
function roomOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  if (!path.includes('/')) return 'root';
  return first === 'entrypoints' ? `${first}/${second}` : first;
}

/** The keys of the message files are a type to everybody. */
const isMessageKeys = ({ path, isType }: Import) => isType && path === 'public/_locales/en/messages.json';

const imports = (files: readonly Source[]) =>
  files
    .flatMap((file) => file.imports.map((imported) => ({ file: file.path, ...imported })))
    .filter((imported) => !isMessageKeys(imported));

const shown = (found: readonly (Import & { file: string })[]) =>
  found.map(({ file, specifier }) => `${file} imports ${specifier}`);

/** What runs in pages shares a room. */
const isInPage = (path: string) => /^entrypoints\/[a-z-]+\.content[./]/.test(path);

const mayImport = (file: string, room: string) =>
  ['lib', roomOf(file)].includes(room) || (room === 'page' && isInPage(file));

test('rooms import lib, themselves and libraries, and nothing else of the project', () => {
  const inRooms = sources.filter(({ path }) => !['root', ...USERS_OF_ROOMS].includes(roomOf(path)));
  const wrong = imports(inRooms).filter(({ file, path }) => path !== undefined && !mayImport(file, roomOf(path)));
  expect(shown(wrong)).toEqual([]);
});

test('lib is pure: it imports itself and zod', () => {
  const wrong = imports(sources.filter(({ path }) => roomOf(path) === 'lib')).filter(({ path, specifier, isType }) =>
    path === undefined ? specifier !== 'zod' && !isType : roomOf(path) !== 'lib',
  );
  expect(shown(wrong)).toEqual([]);
});

test('the extension imports nothing of Node', () => {
  const wrong = imports(sources.filter(({ path }) => path.startsWith('entrypoints/'))).filter(({ specifier }) =>
    specifier.startsWith('node:'),
  );
  expect(shown(wrong)).toEqual([]);
});

test('no way of value imports leads from what runs in pages to zod', () => {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const ways = (path: string, way: readonly string[]): string[] => {
    if (way.includes(path)) return [];
    return (byPath.get(path)?.imports ?? [])
      .filter(({ isType }) => !isType)
      .flatMap(({ path: next, specifier }) => {
        if (/^zod(\/|$)/.test(specifier)) return [[...way, path, specifier].join(' → ')];
        return next === undefined ? [] : ways(next, [...way, path]);
      });
  };
  const inPages = sources.filter(({ path }) => isInPage(path));
  expect(inPages.flatMap(({ path }) => ways(path, []))).toEqual([]);
});

test('only the redactor says that something is redacted', () => {
  const wrong = sources
    .filter(({ path }) => !path.startsWith('lib/redaction/') && path !== 'tests/architecture.spec.ts')
    .filter(({ text }) => /\bas\s+(unknown\s+as\s+)?Redacted\b/.test(text));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('no file is longer than 200 lines', () => {
  const long = sources
    .filter(({ path }) => !['tests', 'bench', 'demo'].includes(roomOf(path)))
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > 200);
  expect(long).toEqual([]);
});

test('imports are found however they are written', () => {
  const text = `import { a } from '../b.ts';\nimport type { C } from './c.ts';\nimport 'zod';\nimport {\n  d,\n  type E,\n} from 'e';
export { f } from './f.ts';\nconst g = await import('./g.ts');\nconst from = 'import';\n`;
  expect(importsOf('lib/x/y.ts', text).map(({ specifier, path, isType }) => [specifier, path, isType])).toEqual([
    ['../b.ts', 'lib/b.ts', false],
    ['./c.ts', 'lib/x/c.ts', true],
    ['zod', undefined, false],
    ['e', undefined, false],
    ['./f.ts', 'lib/x/f.ts', false],
    ['./g.ts', 'lib/x/g.ts', false],
  ]);
});
