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
      const hasStyle = body.includes('/apps/') && existsSync(join(apps, `${appOf(body)}.css`));
      const style = hasStyle ? `<link rel="stylesheet" href="/apps/${appOf(body)}.css">` : '';
      response.setHeader('content-type', 'text/html; charset=utf-8').end(documentOf(task, style, body, perturbation));
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

function appOf(body: string): string {
  return /\/apps\/([a-z-]+)\.js/.exec(body)?.[1] ?? '';
}

function documentOf({ name }: Task, style: string, body: string, perturbation: Perturbation | undefined): string {
  const isGerman = perturbation === 'locale';
  const words = body.replace(/\[\[([^|\]]+)\|([^\]]+)\]\]/g, isGerman ? '$2' : '$1');
  const shown = perturbation === 'classes' ? words.replace(/\bc-([a-z][a-z-]*)/g, 'k7-$1-x') : words;
  const banner = perturbation === 'banner' ? BANNER : '';
  return `<!doctype html>
<html lang="${isGerman ? 'de' : 'en'}" data-perturbation="${perturbation ?? ''}">
<head><meta charset="utf-8"><title>${name.replaceAll('-', ' ')}</title>
<link rel="stylesheet" href="/page-style.css">${style}<script src="/page-helpers.js"></script></head>
<body>${banner}${body.includes('<body-of-frame>') ? shown.replace(banner, '') : shown}</body></html>`;
}
