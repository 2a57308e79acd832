import { createServer } from 'node:http';
import type { RedactionLevel } from '../../../lib/policy.ts';
import { listenOnLoopback } from '../../../scripts/loopback.ts';
import { type CanaryKind, withCanaries } from './canaries.ts';
import type { LeakCase } from './leak-case.ts';

/** How a case comes into a page: it is there when the page loads, or scripts put it there. */
export type Life = 'loaded' | 'inserted';

/** One case in one page. */
export interface Place {
  readonly leak: LeakCase;
  readonly kind: CanaryKind;
  readonly life: Life;
}

export interface LeakSite {
  readonly origin: string;
  /** Address of the page of one case. */
  readonly addressOf: (place: Place) => string;
  /** Address of a page that holds the cases in frames, `COLUMNS` in a row. */
  readonly gridOf: (places: readonly Place[]) => string;
  readonly stop: () => Promise<void>;
}

const ADDRESS = /^\/(loaded|inserted)\/(odd|word)\/(\d+)\/(.*)$/;
export const COLUMNS = 8;
export const CELL = { width: 200, height: 150 };

/** What the scripts of cases use. Clicks on links are the case's, and lead nowhere. */
const HELPERS = `const later = () => new Promise((resolve) => setTimeout(resolve, 30));
  const loaded = (f) => new Promise((resolve) => f.contentDocument?.readyState === 'complete' &&
    f.contentDocument.URL !== 'about:blank' ? resolve() : f.addEventListener('load', resolve, { once: true }));
  addEventListener('click', (event) => { if (event.composedPath().some((at) => ['A', 'FORM'].includes(at.tagName)))
    event.preventDefault() }, true);`;

/** A web site of the cases. */
export async function startLeakSite(cases: readonly LeakCase[]): Promise<LeakSite> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site');
    const send = (html: string) => response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
    if (pathname === '/grid') return send(gridPage(searchParams.getAll('at')));
    const [, life, kind, number, rest = ''] = ADDRESS.exec(pathname) ?? [];
    const leak = cases.find((one) => one.number === Number(number));
    if (!leak || !life || !kind) return response.writeHead(204).end();
    const place: Place = { leak, kind: kind as CanaryKind, life: life as Life };
    const filled = (text: string) => fill(text, place, origin);
    if (rest === 'before.js')
      return response.setHeader('content-type', 'text/javascript').end(filled(leak.before ?? ''));
    if (rest === 'frame') return send(`<!doctype html>${filled(leak.frame ?? '')}`);
    return send(life === 'loaded' ? casePage(place, filled) : `<!doctype html><script>${HELPERS}</script>`);
  });
  const { port, stop } = await listenOnLoopback(server);
  const origin = `http://127.0.0.1:${port}`;
  return {
    ...{ origin, stop },
    addressOf: (place) => fill(`${origin}${pathOf(place)}${place.leak.path ?? ''}`, place, origin),
    gridOf: (places) => `${origin}/grid?${places.map((place) => `at=${encodeURIComponent(pathOf(place))}`).join('&')}`,
  };
}

export const pathOf = ({ leak, kind, life }: Place): string => `/${life}/${kind}/${leak.number}/`;

/** A text of a case as its page has it. */
export function fill(text: string, place: Place, origin: string): string {
  return withCanaries(text, place.leak.number, place.kind)
    .replaceAll('$FRAME', `${pathOf(place)}frame`)
    .replaceAll('$OTHER', origin.replace('127.0.0.1', 'localhost'));
}

/** The script stands in no node: there, its canaries would be found wherever else they are. */
function casePage(place: Place, filled: (text: string) => string): string {
  const { head = '', html } = place.leak;
  return `<!doctype html><html><head><script>${HELPERS}</script>${filled(head)}</head>
    <body>${filled(html)}<script src="${pathOf(place)}before.js"></script></body></html>`;
}

function gridPage(paths: readonly string[]): string {
  const style = `iframe{border:0;width:${CELL.width}px;height:${CELL.height}px;float:left}body{margin:0;width:${COLUMNS * CELL.width}px}`;
  return `<!doctype html><style>${style}</style>${paths.map((path) => `<iframe src="${path}"></iframe>`).join('')}`;
}
