import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Episode, EPISODE_FORMAT } from '../lib/episode.ts';
import { DatasetError } from './dataset-error.ts';
import { isFileError } from './file-error.ts';
import { parseJson } from './sealed-data.ts';

/** Reads the episodes of a file that `showhow open` wrote, or the one of them that is named. One alone may be spread over lines. */
export async function readEpisodes(path: string, id?: string): Promise<Episode[]> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    if (!isFileError(cause)) throw cause;
    throw new DatasetError(`Cannot read ${path} (${cause.code}). Name a file that “showhow open” wrote.`, { cause });
  });
  const lines = text
    .split('\n')
    .flatMap((line, index) => (line === '' ? [] : [{ line, where: `line ${index + 1} of ${path}` }]));
  const isOne = lines.length > 1 && parseJson(text) !== undefined;
  const episodes = isOne ? [parseEpisode(text, path)] : lines.map(({ line, where }) => parseEpisode(line, where));
  if (id === undefined) return episodes;
  const named = episodes.filter((episode) => episode.id === id);
  if (named.length > 0) return named;
  const known = episodes.map((episode) => episode.id).join(', ') || 'none';
  throw new DatasetError(`There is no episode ${id} in ${path}. There is: ${known}.`);
}

const MAJOR = /^showhow-episode\/(\d+)\./;

function parseEpisode(line: string, where: string): Episode {
  const json = parseJson(line);
  if (json === undefined)
    throw new DatasetError(`There is no JSON in ${where}. Name a file that “showhow open” wrote.`);
  const format = z.object({ format: z.string() }).safeParse(json).data?.format ?? '';
  if (MAJOR.exec(format)?.[1] !== MAJOR.exec(EPISODE_FORMAT)?.[1]) {
    throw new DatasetError(`The format of ${where} is “${format}”; this program reads “${EPISODE_FORMAT}”.`);
  }
  // What an older minor version lacks may be absent.
  const parsed = Episode.safeParse({ ...json, format: EPISODE_FORMAT });
  if (parsed.success) return parsed.data;
  throw new DatasetError(
    `What is in ${where} is not an episode: ${z.prettifyError(parsed.error).split('\n').slice(0, 4).join('\n')}`,
  );
}
