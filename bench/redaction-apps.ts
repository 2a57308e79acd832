import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { startBrowser } from '../dataset/browser.ts';
import { gatherPhrases } from '../dataset/vocabulary/gather-phrases.ts';
import { EventType, type RrwebEvent } from '../lib/capture.ts';
import { emptyMemory } from '../lib/redaction/memory.ts';
import { redactBatch } from '../lib/redaction/redact-batch.ts';
import { runApp } from './apps.ts';
import { FILLED_APPS, type FilledApp } from './filled-apps.ts';
import { type Measurement, noted, promised } from './measurement.ts';
import { PLANTED } from './redaction-data.ts';
import { heldInFields, keptNames, keptWords, leaksIn, shownTexts } from './redaction-kept.ts';

const RRWEB = join(dirname(createRequire(import.meta.url).resolve('@rrweb/record')), '..', 'umd', 'record.min.js');

/** A step of a move that finds nothing to do on these data is given up after this long, in ms. */
const MOVE_MS = 4_000;
/** Applications to measure, by name; all of them without it. */
const ASKED = process.env['SHOWHOW_BENCH_APPS']?.split(',');

/** How much of three real applications is still to be read at level `standard`, and what of the planted data is. */
export async function measureKeptWords(): Promise<Measurement[]> {
  const rows: Measurement[] = [];
  for (const filled of FILLED_APPS)
    if (ASKED?.includes(filled.app.name) ?? true) rows.push(...report(filled.app.name, await showingsOf(filled)));
  return rows;
}

/** What an application showed, step by step. */
export interface Showings {
  /** The phrases that it ships with, as `showhow vocabulary` finds them. */
  readonly vocabulary: readonly string[];
  /** Before anything was sent to it, */
  readonly empty: readonly (readonly RrwebEvent[])[];
  /** and with people and their cases in it. */
  readonly filled: readonly (readonly RrwebEvent[])[];
  readonly missed: number;
}

/** Runs an application, makes its vocabulary, and works in it twice: empty, and filled. */
export async function showingsOf({ app, resources, fill, moves, open, showData }: FilledApp): Promise<Showings> {
  const running = await runApp(app);
  const browser = await startBrowser(process.env, { isOnline: true });
  try {
    const { phrases } = await gatherPhrases(resources.map((path) => new URL(path, running.origin)));
    const work = async (turn: number): Promise<{ events: RrwebEvent[][]; missed: number }> => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.addInitScript({ content: await readFile(RRWEB, 'utf8') });
      await open(page, running.origin);
      if (turn > 0) await showData(page);
      page.setDefaultTimeout(MOVE_MS);
      const events = [await eventsOf(page)];
      let missed = 0;
      for (const move of moves) {
        await move(page, turn).catch(() => (missed += 1));
        events.push(await eventsOf(page));
      }
      await page.close();
      return { events, missed };
    };
    const empty = await work(0);
    await fill(running.origin);
    const filled = await work(1);
    return { vocabulary: phrases, empty: empty.events, filled: filled.events, missed: filled.missed };
  } finally {
    await browser.close();
    await running.stop();
  }
}

interface Outcome {
  readonly words: ReturnType<typeof keptWords>;
  /** Share of action targets that are still told apart. */
  readonly distinct: number;
  readonly leaks: readonly string[];
}

/** What comes of them at level `standard`. */
export function outcomeOf({ empty, filled }: Showings, vocabulary: readonly string[]): Outcome {
  let memory = emptyMemory();
  const redacted = filled.map((events) => {
    const result = redactBatch(
      { recorder: 'bench', events: [...events], actions: [], gaps: [], typed: [], isLast: false },
      { level: 'standard', urlParameters: [], vocabulary, withhold: { patterns: [], words: [] }, sites: [], memory },
    );
    memory = result.memory;
    return result.content.events;
  });
  const [before, after] = [filled.flat(), redacted.flat()].map((events) => events.filter(isSnapshot));
  if (!before || !after || before.length !== after.length) throw new Error('A snapshot was withheld.');
  return {
    words: keptWords(before, after, { empty: shownTexts(empty.flat().filter(isSnapshot)), held: heldInFields(before) }),
    distinct: keptNames(before, after),
    leaks: leaksIn(redacted, PLANTED),
  };
}

function report(name: string, showings: Showings): Measurement[] {
  const { filled, missed, vocabulary } = showings;
  const bare = outcomeOf(showings, []);
  const { words, distinct, leaks } = outcomeOf(showings, vocabulary);
  if (process.env['SHOWHOW_BENCH_VERBOSE'])
    console.error(name, 'lost:\n' + words.lost.join('\n'), '\nleaks:', [...leaks, ...bare.leaks]);
  const share = words.kept / words.all;
  const found = new Set([...leaks, ...bare.leaks]).size;
  return [
    noted(`${name}: moves that found something to do`, `${filled.length - 1 - missed} of ${filled.length - 1}`),
    noted('  phrases of its vocabulary', String(vocabulary.length)),
    promised('  words of the app kept', `${percent(share)} of ${words.all}`, '≥ 98 %', share >= 0.98),
    noted('    without its vocabulary', percent(bare.words.kept / bare.words.all)),
    promised('  planted values found, with and without', String(found), '0', found === 0),
    promised('  targets still distinct', percent(distinct), '≥ 95 %', distinct >= 0.95),
    noted('    without its vocabulary', percent(bare.distinct)),
  ];
}

const isSnapshot = ({ type }: RrwebEvent): boolean => type === EventType.fullSnapshot;

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

interface Recording extends Window {
  rrwebRecord: {
    record: ((options: { emit: (event: RrwebEvent) => void }) => unknown) & { takeFullSnapshot: () => void };
  };
  recorded?: RrwebEvent[];
}

/** What a page has said since it was asked last, and how it looks now. */
function eventsOf(page: Page): Promise<RrwebEvent[]> {
  return page.evaluate(() => {
    const view = window as unknown as Recording;
    const { record } = view.rrwebRecord;
    if (view.recorded) record.takeFullSnapshot();
    else {
      const events: RrwebEvent[] = [];
      view.recorded = events;
      record({ emit: (event) => events.push(event) });
    }
    return view.recorded.splice(0);
  });
}
