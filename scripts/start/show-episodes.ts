import { join, relative } from 'node:path';
import { startBrowser } from '../../dataset/browser.ts';
import { EPISODES_FILE, open } from '../../dataset/open-command.ts';
import { drawStep } from '../../dataset/picture.ts';
import { readEpisodes } from '../../dataset/read-episodes.ts';
import type { EpisodeName } from '../../dataset/sealed-data.ts';
import { summary } from '../../dataset/summary.ts';
import { paintFor } from '../../dataset/terminal.ts';
import type { Episode } from '../../lib/episode.ts';
import type { Places } from './demonstration.ts';
import { during, fact, heading } from './tell.ts';

/** Opens what arrived with the organisation's key, and shows it: in words, as files, and as a picture. */
export async function showEpisodes(names: readonly EpisodeName[], places: Places): Promise<void> {
  const { data, out } = places;
  const opened = await during('opening', openEpisodes(names, places));
  for (const episode of opened) console.log(`\n${summary(episode, paintFor(process.stdout, process.env))}`);

  heading('Where it is');
  fact('Sealed', `${relative('', data)}/: all that the collector has, and cannot read`);
  fact('Opened', `${relative('', join(out, EPISODES_FILE))}: one episode a line, as in docs/episode-format.md`);
  const longest = opened.toSorted((a, b) => b.steps.length - a.steps.length)[0];
  if (longest) fact('Picture', await during('drawing', draw(longest, out)));
}

/** Opens the named episodes with the organisation's key. */
export async function openEpisodes(names: readonly EpisodeName[], { data, key, out }: Places): Promise<Episode[]> {
  const episodes = names.map(({ session, episode }) => `${session}/${episode}`);
  const said: string[] = [];
  const isOpened = await open({ data, key, out, episodes }, (line) => said.push(line));
  if (!isOpened) throw new Error(said.join('\n'));
  return readEpisodes(join(out, EPISODES_FILE));
}

/** Draws the page before a step in the middle of the work. Returns what is to be said of it. */
async function draw(episode: Episode, out: string): Promise<string> {
  const step = stepToDraw(episode);
  const file = join(out, `step-${step}.png`);
  const browser = await startBrowser(process.env);
  try {
    await drawStep(episode, step, { file, browser });
  } finally {
    await browser.close();
  }
  return `${relative('', file)}: the page before step ${step}, drawn from the redacted stream`;
}

/** The last click in the first half: there is something to see by then. */
function stepToDraw({ steps }: Episode): number {
  const early = steps.filter(({ index }) => index <= steps.length / 2);
  return (
    (early.findLast(({ action, target }) => action.type === 'click' && target !== null) ?? early.at(-1))?.index ?? 0
  );
}
