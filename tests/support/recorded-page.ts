import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser, Frame } from 'playwright';
import type { RrwebEvent } from '../../lib/capture.ts';

const RECORDER = join(dirname(createRequire(import.meta.url).resolve('@rrweb/record')), '..', 'umd', 'record.min.js');

/** Colours that a picture can be asked for. */
export const COLOURS = {
  top: [250, 240, 200],
  frame: [200, 230, 250],
  button: [180, 40, 40],
  scrolled: [40, 160, 80],
} as const;

const rgb = (name: keyof typeof COLOURS) => `rgb(${COLOURS[name].join(',')})`;

const TOP = (child: string) => `<!doctype html><title>Top</title>
<style>body { margin: 0; background: ${rgb('top')}; } iframe { position: absolute; left: 100px; top: 120px; width: 300px; height: 200px; border: 4px solid; }</style>
<link rel="preconnect" href="http://192.0.2.1/"><img src="http://192.0.2.1/tracker.png" alt="">
<h1>Desk</h1><iframe src="${child}" sandbox="allow-scripts"></iframe>`;

const CHILD = `<!doctype html><title>Frame</title>
<style>body { margin: 0; background: ${rgb('frame')}; height: 1000px; } button { position: absolute; left: 20px; top: 30px; width: 80px; height: 40px; border: 0; background: ${rgb('button')}; }
#far { position: absolute; top: 600px; width: 300px; height: 400px; background: ${rgb('scrolled')}; }</style>
<button>Go</button><div id="far"></div>`;

/** A page and a frame of another origin inside it, each recorded by itself. */
export interface RecordedPage {
  readonly top: RrwebEvent[];
  readonly child: RrwebEvent[];
  /** rrweb node ids: of the iframe in the top frame, of the button in the child. */
  readonly iframe: number;
  readonly button: number;
}

interface Recording extends Window {
  rrwebRecord: { record: ((options: object) => void) & { mirror: { getId(node: Node | null): number } } };
  events: RrwebEvent[];
}

/** Records a real page in a real browser: a snapshot of both frames, then what `act` does in the child. */
export async function recordPage(
  browser: Browser,
  act: (child: Frame) => Promise<void> = async () => {},
): Promise<RecordedPage> {
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(request.url === '/frame' ? CHILD : TOP(`http://localhost:${port}/frame`));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const page = await browser.newPage({ viewport: { width: 640, height: 480 } });
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { waitUntil: 'domcontentloaded' });
    await page.frameLocator('iframe').locator('button').waitFor();
    const child = page.frames()[1];
    if (!child) throw new Error('The page has no frame.');
    await start(page.mainFrame());
    await start(child);
    await act(child);
    return {
      top: await eventsOf(page.mainFrame()),
      child: await eventsOf(child),
      iframe: await idOf(page.mainFrame(), 'iframe'),
      button: await idOf(child, 'button'),
    };
  } finally {
    await page.close();
    server.close();
  }
}

async function start(frame: Frame): Promise<void> {
  await frame.evaluate(await readFile(RECORDER, 'utf8'));
  await frame.evaluate(() => {
    const view = window as unknown as Recording;
    view.events = [];
    view.rrwebRecord.record({ emit: (event: RrwebEvent) => view.events.push(event) });
  });
}

function eventsOf(frame: Frame): Promise<RrwebEvent[]> {
  return frame.evaluate(() => (window as unknown as Recording).events);
}

function idOf(frame: Frame, selector: string): Promise<number> {
  return frame.evaluate(
    (wanted) => (window as unknown as Recording).rrwebRecord.record.mirror.getId(document.querySelector(wanted)),
    selector,
  );
}
