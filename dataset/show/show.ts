import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Episode } from '../../lib/episode.ts';
import { showPage } from './show-page.ts';

const PLAYER = join(dirname(createRequire(import.meta.url).resolve('@rrweb/replay')), '..', 'umd', 'replay.min.js');
const LOOK = join(import.meta.dirname, 'show.css');

/** Writes an episode as one HTML file, which only its owner can read. */
export async function show(episode: Episode, file: string): Promise<void> {
  const [player, look] = await Promise.all([PLAYER, LOOK].map((path) => readFile(path, 'utf8')));
  await writeFile(file, showPage(episode, { player: player ?? '', look: look ?? '' }), { mode: 0o600 });
}
