import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Episode } from '../../lib/episode.ts';
import type { Policy } from '../../lib/policy.ts';
import { emptyMemory } from '../../lib/redaction/memory.ts';
import { memoryAfter } from '../../lib/redaction/second-pass.ts';
import { withheldWords } from '../account-words.ts';
import { startBrowser } from '../browser.ts';
import { DatasetError } from '../dataset-error.ts';
import { readEpisodes } from '../read-episodes.ts';
import { readPolicyFile } from '../read-policy.ts';
import { harmless } from '../terminal.ts';
import { count } from '../words.ts';
import { previewsOf, rootOf, type Shown } from './join-preview.ts';
import type { Preview } from './preview.ts';
import { previewPage } from './preview-page.ts';
import { snapshotPage } from './snapshot-page.ts';

const PLAYER = join(dirname(createRequire(import.meta.url).resolve('@rrweb/replay')), '..', 'umd', 'replay.min.js');
const LOOKS = [join(import.meta.dirname, '../show/show.css'), join(import.meta.dirname, 'preview.css')];

export interface PreviewOptions {
  readonly policy: string | undefined;
  /** Which episode of a file. */
  readonly episode: string | undefined;
  readonly out: string;
}

/** Writes pages as they are and as a policy leaves them, side by side, as one HTML file that only its owner can read. */
export async function writePreview(
  sources: readonly string[],
  { policy: path, episode, out }: PreviewOptions,
  say: (line: string) => void,
): Promise<boolean> {
  if (path === undefined) throw new DatasetError('Name the policy with --policy FILE.');
  const { policy } = await readPolicyFile(path);
  const previews = await previewsFrom(sources, policy, episode);
  const [player = '', ...looks] = await Promise.all([PLAYER, ...LOOKS].map((file) => readFile(file, 'utf8')));
  await writeFile(out, previewPage(previews, { player, look: looks.join('\n') }), { mode: 0o600 });
  for (const { url, after, ledger } of previews) {
    say(
      `${harmless(url)}  ${after ? after.level : 'is not recorded: no rule of the policy covers it, or it is denied'}`,
    );
    for (const { times, what, where } of withheldWords(ledger))
      say(`  ${times.toLocaleString('en')} × ${what}: ${where}`);
  }
  say(`${count(previews.length, 'page')}: ${out} shows what they hold now. Delete it when you have looked.`);
  return true;
}

async function previewsFrom(sources: readonly string[], policy: Policy, id: string | undefined): Promise<Preview[]> {
  const isUrl = (source: string) => /^https?:\/\//i.test(source) && URL.canParse(source);
  if (sources.length > 0 && sources.every(isUrl)) return previewsOfUrls(sources, policy);
  const [file, ...more] = sources;
  if (file === undefined || more.length > 0)
    throw new DatasetError('Name pages, http or https, or one file that “showhow open” wrote.');
  const [episode] = await readEpisodes(file, id);
  if (!episode) throw new DatasetError('There is no episode in the file.');
  return previewsOf(episode, pagesOf(episode), { policy, memory: memoryAfter(episode), isAgain: true });
}

async function previewsOfUrls(urls: readonly string[], policy: Policy): Promise<Preview[]> {
  const browser = await startBrowser(process.env, { isOnline: true });
  try {
    const previews: Preview[] = [];
    for (const url of urls) {
      const pages = await snapshotPage(browser, url);
      const shown = { streams: pages.streams.map(({ events }, stream) => ({ stream, events: events.length })) };
      previews.push(...previewsOf(pages, [shown], { policy, memory: emptyMemory(), isAgain: false }));
    }
    return previews;
  } finally {
    await browser.close();
  }
}

/** Each page of an episode as it was when it was last seen. */
function pagesOf(episode: Episode): Shown[] {
  const last = new Map<number, Shown>();
  const observations = [...episode.steps.map(({ observation }) => observation), episode.finalObservation];
  for (const observation of observations) last.set(rootOf(episode, observation), observation);
  last.delete(-1);
  return [...last.values()];
}
