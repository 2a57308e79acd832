import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { withheldWords } from './account-words.ts';
import { explain } from './dataset-error.ts';
import { readIdentities } from './identity.ts';
import { openEpisode, type OpenedEpisode } from './open-episode.ts';
import { readPolicyFile } from './read-policy.ts';
import { type EpisodeName, openSealedData, parseEpisodeName } from './sealed-data.ts';
import { writeLines } from './write-lines.ts';
import { count, duration } from './words.ts';

/** The file that `showhow open` writes: one `Episode` a line. */
export const EPISODES_FILE = 'episodes.jsonl';

export interface OpenOptions {
  /** Identity file of the organisation. */
  readonly key: string;
  /** Data folder of the collector. */
  readonly data: string;
  /** Folder for the result. */
  readonly out: string;
  /** File with the policy under which they were recorded. */
  readonly policy?: string | undefined;
  /** `SESSION/EPISODE`; none is all. */
  readonly episodes: readonly string[];
}

/** Opens sealed episodes and writes them as JSON lines. Says of each what became of it. True when all were opened. */
export async function open(options: OpenOptions, say: (line: string) => void): Promise<boolean> {
  const { key, data, out, episodes, policy } = options;
  const identities = await readIdentities(key);
  const known = policy === undefined ? null : await readPolicyFile(policy);
  const sealed = await openSealedData(data);
  const names: EpisodeName[] = episodes.length > 0 ? episodes.map(parseEpisodeName) : await sealed.list();
  const path = join(out, EPISODES_FILE);
  const file = await writeLines(path);
  let opened = 0;
  try {
    for (const name of names) {
      const label = `${name.session}/${name.episode}`;
      try {
        const { episode, screenshots } = await openEpisode(sealed, name, identities, known);
        await writeScreenshots(out, screenshots);
        await file.add(episode);
        opened += 1;
        const size = `${count(episode.steps.length, 'step')}, ${duration(episode.endedAt - episode.startedAt)}`;
        const pictures = screenshots.length > 0 ? `, ${count(screenshots.length, 'screenshot')}` : '';
        say(`opened  ${label}  ${size}, ${count(episode.gaps.length, 'gap')}${pictures}`);
        if (known && !episode.secondPass?.knewPolicy)
          say(`        It was recorded under another policy than ${policy}.`);
        for (const { times, what, where } of withheldWords(episode.secondPass?.found ?? []))
          say(`        replaced by the second redaction: ${times} × ${what}: ${where}`);
      } catch (error) {
        say(`FAILED  ${label}\n        ${explain(error).replaceAll('\n', '\n        ')}`);
      }
    }
    if (opened > 0) await file.finish();
  } finally {
    await file.discard();
  }
  const failed = names.length - opened;
  say(opened > 0 ? `${count(opened, 'episode')} in ${path}` : `No episode was opened, so ${path} was not written.`);
  if (names.length === 0) say(`There is no episode in ${sealed.folder} yet.`);
  if (failed > 0) say(`${count(failed, 'episode')} left out: see above.`);
  return failed === 0;
}

/** Writes screenshots where the episode says that they are. Only their owner can read them. */
async function writeScreenshots(folder: string, screenshots: OpenedEpisode['screenshots']): Promise<void> {
  for (const { file, bytes } of screenshots) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes, { mode: 0o600 });
  }
}
