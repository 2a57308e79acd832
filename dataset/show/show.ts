import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Episode } from '../../lib/episode.ts';
import { isFileError } from '../file-error.ts';
import { showPage } from './show-page.ts';

const PLAYER = join(dirname(createRequire(import.meta.url).resolve('@rrweb/replay')), '..', 'umd', 'replay.min.js');
const LOOK = join(import.meta.dirname, 'show.css');

/**
 * Writes an episode as one HTML file, which only its owner can read.
 * @param folder where the episode was opened, and its screenshots with it.
 */
export async function show(episode: Episode, file: string, folder: string): Promise<void> {
  const [player, look] = await Promise.all([PLAYER, LOOK].map((path) => readFile(path, 'utf8')));
  const screenshots = await Promise.all((episode.screenshots ?? []).map((shot) => pictureOf(join(folder, shot.file))));
  await writeFile(file, showPage(episode, { player: player ?? '', look: look ?? '', screenshots }), { mode: 0o600 });
}

/** A picture as a data URL. Null: it is not there. */
async function pictureOf(path: string): Promise<string | null> {
  try {
    return `data:image/webp;base64,${await readFile(path, 'base64')}`;
  } catch (cause) {
    if (isFileError(cause)) return null;
    throw cause;
  }
}
