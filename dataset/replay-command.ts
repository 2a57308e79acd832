import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { z } from 'zod';
import type { Episode } from '../lib/episode.ts';
import { startBrowser } from './browser.ts';
import { DatasetError } from './dataset-error.ts';
import { isFileError } from './file-error.ts';
import { type Ask, type GivenValues, replay, type ReplayReport, type StepReport } from './replay/replay.ts';
import { parseJson } from './sealed-data.ts';
import { stepWords } from './step-words.ts';
import { harmless, type Paint, wrap } from './terminal.ts';
import { count, duration } from './words.ts';

export interface ReplayCommandOptions {
  readonly baseUrl: string | undefined;
  /** JSON file: values by placeholder. */
  readonly values: string | undefined;
  readonly isHeaded: boolean;
  /** Prints the report as JSON, and nothing else. */
  readonly isJson: boolean;
  readonly paint: Paint;
  /** A terminal that missing values can be asked on; undefined: there is none. */
  readonly terminal: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream } | undefined;
}

/** Does an episode again in a Chromium, and says of each step what became of it. True when all were reproduced. */
export async function replayInBrowser(
  episode: Episode,
  options: ReplayCommandOptions,
  say: (line: string) => void,
): Promise<boolean> {
  const { baseUrl, isHeaded, isJson, paint } = options;
  if (baseUrl !== undefined && !URL.canParse(baseUrl))
    throw new DatasetError(`“${baseUrl}” is not a URL. Write it in full, such as http://127.0.0.1:8080.`);
  const values = await valuesFor(episode, options);
  const browser = await startBrowser(process.env, { isOnline: true, isHeaded });
  try {
    const context = await browser.newContext({ viewport: viewportOf(episode) });
    const report = await replay(await context.newPage(), episode, {
      ...(baseUrl !== undefined && { baseUrl }),
      values,
      onStep: (step) => isJson || say(stepLines(step, paint)),
    });
    say(isJson ? JSON.stringify(report, null, 2) : shareWords(report, paint));
    return report.reproduced === report.total;
  } finally {
    await browser.close();
  }
}

/** What is in the file; what is not is asked for, where there is somebody to ask. */
async function valuesFor({ steps }: Episode, { values, terminal }: ReplayCommandOptions): Promise<GivenValues> {
  const given = values === undefined ? {} : await readValues(values);
  if (!terminal) return given;
  return async (ask) => {
    if (Object.hasOwn(given, ask.placeholder)) return given[ask.placeholder];
    const step = steps[ask.step];
    const lines = createInterface(terminal);
    const answer = await lines.question(questionFor(ask, step ? stepWords(step) : ''));
    lines.close();
    return answer === '' ? undefined : answer;
  };
}

function questionFor({ placeholder, class: kind, step }: Ask, words: string): string {
  return `${words === '' ? '' : `${step}  ${words}\n`}${harmless(placeholder)} (${kind}): `;
}

async function readValues(path: string): Promise<Record<string, string>> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    if (!isFileError(cause)) throw cause;
    throw new DatasetError(`Cannot read ${path} (${cause.code}). Name a JSON file with --values FILE.`, { cause });
  });
  const parsed = z.record(z.string(), z.string()).safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new DatasetError(
    `There are no values in ${path}. Write a JSON object with a text for each placeholder: { "⟦PERSON_1⟧": "Ada Lovelace" }.`,
  );
}

/** The window that the person worked in. */
function viewportOf({ steps, documents }: Episode): { width: number; height: number } {
  const top = steps.find(({ observation }) => documents[observation.document ?? -1]?.frame === 0);
  const { width, height } = top?.observation.page?.viewport ?? { width: 1280, height: 720 };
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}

const MARKS = { reproduced: '✓', differed: '≈', failed: '✗', skipped: '–' } as const;
const WIDTH = 100;
const INDENT = 10;

function stepLines({ index, outcome, words, differences, found, ms }: StepReport, paint: Paint): string {
  const way = found
    ? ` (by ${found.kind === 'fallback' ? found.value : found.kind}, ${duration(ms)})`
    : ` (${duration(ms)})`;
  const lead = `${String(index).padStart(6)}  ${MARKS[outcome]} `;
  const [first = '', ...rest] = wrap(`${words}${paint.dim(way)}`, WIDTH - INDENT);
  const more = differences.flatMap((difference) => wrap(harmless(difference), WIDTH - INDENT - 2));
  return [`${paint.dim(lead)}${first}`, ...[...rest, ...more].map((line) => ' '.repeat(INDENT) + line)].join('\n');
}

/** What the marks of the steps that were not reproduced mean. */
const OUTCOME_WORDS = {
  differed: 'done, but not as it was recorded',
  failed: 'not done',
  skipped: 'left out for want of a value',
} as const;

function shareWords({ steps, reproduced, total, share, ms }: ReplayReport, paint: Paint): string {
  const percent = `${Math.floor(share * 1000) / 10} %`;
  const others = (['differed', 'failed', 'skipped'] as const).flatMap((outcome) => {
    const times = steps.filter((step) => step.outcome === outcome).length;
    return times === 0 ? [] : [`${MARKS[outcome]} ${times} ${OUTCOME_WORDS[outcome]}`];
  });
  const sum = `${paint.bold(percent)} reproduced: ${reproduced} of ${count(total, 'step')}, in ${duration(ms)}`;
  return [sum, ...others].join('\n');
}
