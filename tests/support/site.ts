import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listenOnLoopback } from '../../scripts/loopback.ts';

const folder = fileURLToPath(new URL('../sites', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** A web site on this machine: the files of `tests/sites`, and what a test adds. */
export interface Site {
  /** `http://127.0.0.1:port`. */
  readonly origin: string;
  /** The same server under another name, for frames of another origin: `http://localhost:port`. */
  readonly otherOrigin: string;
  /** Answers requests for `path` (without query) by `handler`, or with this HTML. */
  readonly reply: (
    path: string,
    handler: string | ((request: IncomingMessage, response: ServerResponse) => void),
  ) => void;
  readonly stop: () => Promise<void>;
}

/** Serves `tests/sites` on a free port. `?csp=` sets that Content-Security-Policy, `?status=` that status. */
export async function startSite(): Promise<Site> {
  const replies = new Map<string, string | ((request: IncomingMessage, response: ServerResponse) => void)>();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site');
    const csp = searchParams.get('csp');
    if (csp) response.setHeader('content-security-policy', csp);
    response.statusCode = Number(searchParams.get('status') ?? 200);
    const reply = replies.get(pathname);
    if (typeof reply === 'function') reply(request, response);
    else if (reply !== undefined) response.setHeader('content-type', TYPES['.html'] ?? '').end(reply);
    else void sendFile(pathname, response);
  });
  const { port, stop } = await listenOnLoopback(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    otherOrigin: `http://localhost:${port}`,
    reply: (path, handler) => void replies.set(path, handler),
    stop,
  };
}

async function sendFile(pathname: string, response: ServerResponse): Promise<void> {
  const path = join(folder, normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname));
  try {
    if (!path.startsWith(folder)) throw new Error('Outside of the site.');
    const content = await readFile(path);
    response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream').end(content);
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain' }).end(`There is no ${pathname} in tests/sites.`);
  }
}
