import { createServer, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { listenOnLoopback } from '../../scripts/loopback.ts';
import { bundleApps } from './bundle-apps.ts';
import type { Perturbation, Task } from './task.ts';

/** The tasks' pages on this machine. */
export interface TaskSite {
  readonly origin: string;
  /** Address of a task's page. */
  readonly pageOf: (task: Task) => string;
  readonly stop: () => Promise<void>;
}

const here = fileURLToPath(new URL('.', import.meta.url));

const BANNER =
  '<div style="height: 40px; margin: -16px -16px 16px; background: #fe9; line-height: 40px">Maintenance tonight.</div>';

/** Serves the pages, changed by a perturbation if one is named. `?ms=` delays an answer; `/echo` returns what it is sent. */
export async function serveTasks(tasks: readonly Task[], perturbation?: Perturbation): Promise<TaskSite> {
  const apps = await bundleApps();
  const byName = new Map(tasks.map((task) => [task.name, task]));
  const server = createServer((request, response) => void answer(request.url ?? '/', response));
  const answer = async (address: string, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(address, 'http://site');
    await setTimeout(Number(searchParams.get('ms') ?? 0));
    const [name = '', file = ''] = pathname.slice(1).split('/');
    const task = byName.get(name);
    const body = file === '' ? task?.page : task?.more?.[file];
    if (task && body !== undefined) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(documentOf(task, body, { perturbation, styles: styleOf(apps, body), isMain: file === '' }));
    } else if (name === 'echo') {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(Object.fromEntries(searchParams)));
    } else {
      const folder = name === 'apps' ? apps : here;
      const path = join(folder, basename(pathname));
      const type = pathname.endsWith('.css') ? 'text/css' : 'text/javascript';
      await readFile(path).then(
        (content) => response.setHeader('content-type', `${type}; charset=utf-8`).end(content),
        () => response.writeHead(404).end(),
      );
    }
  };
  const { port, stop } = await listenOnLoopback(server);
  const origin = `http://127.0.0.1:${port}`;
  return { origin, pageOf: ({ name }) => `${origin}/${name}/`, stop };
}

/** The bundler writes the styles that a program imports beside it. */
function styleOf(apps: string, body: string): string {
  const app = /\/apps\/([a-z-]+)\.js/.exec(body)?.[1];
  return app && existsSync(join(apps, `${app}.css`)) ? `<link rel="stylesheet" href="/apps/${app}.css">` : '';
}

interface Look {
  readonly perturbation: Perturbation | undefined;
  readonly styles: string;
  readonly isMain: boolean;
}

function documentOf({ name }: Task, body: string, { perturbation, styles, isMain }: Look): string {
  const isGerman = perturbation === 'locale';
  const words = body.replace(/\[\[([^|[\]]+)\|([^[\]]+)\]\]/g, isGerman ? '$2' : '$1');
  const shown = perturbation === 'classes' ? words.replace(/\bc-([a-z][a-z-]*)/g, 'k7-$1-x') : words;
  return `<!doctype html>
<html lang="${isGerman ? 'de' : 'en'}" data-perturbation="${perturbation ?? ''}">
<head><meta charset="utf-8"><title>${name.replaceAll('-', ' ')}</title>
<link rel="stylesheet" href="/page-style.css">${styles}<script src="/page-helpers.js"></script></head>
<body>${perturbation === 'banner' && isMain ? BANNER : ''}${shown}</body></html>`;
}
