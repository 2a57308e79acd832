import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { startBrowser } from '../dataset/browser.ts';
import type { RrwebEvent } from '../lib/capture.ts';
import { emptyMemory } from '../lib/redaction/memory.ts';
import { redactBatch } from '../lib/redaction/redact-batch.ts';
import { nodeRed, tiddlyWiki, verdaccio } from './app-list.ts';
import { inNodeRed, inTiddlyWiki, inVerdaccio, type Move } from './app-people.ts';
import { type App, runApp } from './apps.ts';
import { type Measurement, noted, promised } from './measurement.ts';
import { CASES, PEOPLE, PLANTED } from './redaction-data.ts';
import { keptNames, keptWords, leaksIn } from './redaction-kept.ts';

const RRWEB = join(dirname(createRequire(import.meta.url).resolve('@rrweb/record')), '..', 'umd', 'record.min.js');

interface Filled {
  readonly app: App;
  readonly fill: (origin: string) => Promise<void>;
  readonly moves: readonly Move[];
  /** Where its people's data is to be seen. */
  readonly open: (page: Page, origin: string) => Promise<void>;
}

const APPS: readonly Filled[] = [
  {
    app: nodeRed,
    fill: fillNodeRed,
    moves: inNodeRed,
    open: async (page, origin) => {
      await page.goto(origin);
      await page.locator('.red-ui-flow-node').first().waitFor();
    },
  },
  {
    app: tiddlyWiki,
    fill: fillTiddlyWiki,
    moves: inTiddlyWiki,
    open: async (page, origin) => {
      await page.goto(origin);
      await page.getByRole('button', { name: 'new tiddler' }).first().waitFor();
    },
  },
  {
    app: { ...verdaccio, fill: async () => {} },
    fill: fillVerdaccio,
    moves: inVerdaccio,
    open: async (page, origin) => {
      await page.goto(origin);
      await page.getByText('office-billing').first().waitFor();
    },
  },
];

/** A step of a move that finds nothing to do on these data is given up after this long, in ms. */
const MOVE_MS = 4_000;

/** How much of three real applications is still to be read at level `standard`, and what of the planted data is. */
export async function measureKeptWords(): Promise<Measurement[]> {
  const rows: Measurement[] = [];
  for (const filled of APPS) rows.push(...(await measureApp(filled)));
  return rows;
}

async function measureApp({ app, fill, moves, open }: Filled): Promise<Measurement[]> {
  const running = await runApp(app);
  const browser = await startBrowser(process.env, { isOnline: true });
  try {
    await fill(running.origin);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.addInitScript({ content: await readFile(RRWEB, 'utf8') });
    await open(page, running.origin);
    page.setDefaultTimeout(MOVE_MS);
    const events = [await snapshotOf(page)];
    let missed = 0;
    for (const move of moves) {
      await move(page, 0).catch(() => (missed += 1));
      events.push(await snapshotOf(page));
    }
    const made = noted(`${app.name}: moves that found something to do`, `${moves.length - missed} of ${moves.length}`);
    return [made, ...report(app.name, events)];
  } finally {
    await browser.close();
    await running.stop();
  }
}

function report(name: string, events: readonly RrwebEvent[]): Measurement[] {
  const redacted = events.map((event) => {
    const batch = { recorder: 'bench', events: [event], actions: [], gaps: [], typed: [], isLast: true };
    return redactBatch(batch, {
      level: 'standard',
      urlParameters: [],
      vocabulary: [],
      withhold: { patterns: [], words: [] },
      memory: emptyMemory(),
    }).content.events[0];
  });
  const words = keptWords(events, redacted);
  const names = keptNames(events, redacted);
  const leaks = leaksIn(redacted, PLANTED);
  const share = words.kept / words.all;
  if (process.env['SHOWHOW_BENCH_VERBOSE']) console.error(name, 'lost:', words.lost.join(' · '), '\nleaks:', leaks);
  return [
    promised(`${name}: words of the app kept`, `${percent(share)} of ${words.all}`, '≥ 98 %', share >= 0.98),
    promised('  planted values found', String(leaks.length), '0', leaks.length === 0),
    promised('  targets still distinct', `${percent(names)}`, '≥ 95 %', names >= 0.95),
  ];
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

interface Recording extends Window {
  rrwebRecord: { record: (options: object) => (() => void) | undefined };
}

function snapshotOf(page: Page): Promise<RrwebEvent> {
  return page.evaluate(() => {
    const events: RrwebEvent[] = [];
    const view = window as unknown as Recording;
    view.rrwebRecord.record({ emit: (event: RrwebEvent) => events.push(event) })?.();
    const snapshot = events.find(({ type }) => type === 2);
    if (!snapshot) throw new Error('rrweb made no snapshot.');
    return snapshot;
  });
}

async function send(
  method: string,
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
}

async function fillNodeRed(origin: string): Promise<void> {
  const flows = CASES.flatMap(({ title, text, name }, at) => [
    { id: `f${at}`, type: 'tab', label: title, info: text },
    { id: `n${at}`, type: 'inject', z: `f${at}`, name, x: 160, y: 80, wires: [[`d${at}`]], props: [] },
    { id: `d${at}`, type: 'debug', z: `f${at}`, name: title, x: 400, y: 80, wires: [] },
    { id: `c${at}`, type: 'comment', z: `f${at}`, name: text.slice(0, 40), info: text, x: 200, y: 160, wires: [] },
  ]);
  await send('POST', `${origin}/flows`, flows);
}

async function fillTiddlyWiki(origin: string): Promise<void> {
  for (const { title, text, name } of CASES) {
    const tags = name.replaceAll(' ', '-');
    const body = { title, text, tags, creator: name, fields: { modifier: name } };
    await send('PUT', `${origin}/recipes/default/tiddlers/${encodeURIComponent(title)}`, body, {
      'x-requested-with': 'TiddlyWiki',
    });
  }
}

/** The registry checks it. */
const TARBALL = Buffer.from('office');

async function fillVerdaccio(origin: string): Promise<void> {
  for (const [at, word] of ['billing', 'calendar', 'contacts', 'desk', 'forms', 'mailer'].entries()) {
    const { text } = CASES[at] ?? { text: '' };
    const { name: author, mail: email } = PEOPLE[at] ?? PEOPLE[0];
    const name = `office-${word}`;
    const people = { author: { name: author, email }, maintainers: [{ name: author, email }] };
    const version = {
      name,
      version: '1.2.0',
      description: text,
      ...people,
      dist: {
        tarball: `${origin}/${name}/-/${name}-1.2.0.tgz`,
        shasum: createHash('sha1').update(TARBALL).digest('hex'),
      },
    };
    const readme = `# ${author}\n\n${text}\n`;
    await send('PUT', `${origin}/${name}`, {
      name,
      readme,
      ...people,
      'dist-tags': { latest: '1.2.0' },
      versions: { '1.2.0': { ...version, readme } },
      _attachments: {
        [`${name}-1.2.0.tgz`]: {
          content_type: 'application/octet-stream',
          data: TARBALL.toString('base64'),
          length: TARBALL.length,
        },
      },
    });
  }
}
