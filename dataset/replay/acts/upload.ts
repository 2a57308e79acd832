import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileChooser } from 'playwright';
import type { Action } from '../../../lib/action.ts';
import { keptElement } from '../page-kit.ts';
import { StepFailure } from '../report.ts';
import { sampleFile } from '../sample-file.ts';
import { need, type Scene } from '../scene.ts';

type Files = Extract<Action, { type: 'upload' }>['files'];

/** Files of the recorded kinds are chosen; their content is made up. `chooser`: what asked for them, if it is still open. */
export async function upload(scene: Scene, files: Files, chooser?: FileChooser): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'showhow-replay-'));
  try {
    const paths = await Promise.all(
      files.map(async (file, place) => {
        const { name, content } = sampleFile(file, place);
        const path = join(folder, name);
        await writeFile(path, content);
        return path;
      }),
    );
    if (chooser) await chooser.setFiles(paths);
    else await choose(scene, paths);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function choose(scene: Scene, paths: readonly string[]): Promise<void> {
  await need(scene, true);
  const element = await keptElement(scene.frame, 'target');
  if (!element) throw new StepFailure('The field is no longer there.');
  await element.setInputFiles([...paths]);
  await element.dispose();
}

/** A press on a file field opens a window of the system. Where no upload follows, what was chosen is not known. */
export async function uploadSample(scene: Scene): Promise<void> {
  const { episode, step } = scene;
  const next = episode.steps[step.index + 1];
  if (next?.action.type === 'upload') return void (await need(scene, true));
  const accepted = (step.target?.attributes['accept'] ?? '').split(',')[0]?.trim() ?? '';
  const kind = accepted.startsWith('.')
    ? { mediaType: '', extension: accepted.slice(1) }
    : { mediaType: accepted, extension: '' };
  await upload(scene, [kind]);
  scene.notes.differences.push('the episode does not say which kind of file was chosen');
}
