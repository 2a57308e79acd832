import type { Action } from '../../../lib/action.ts';
import { keptElement } from '../page-kit.ts';
import { find, need, type Scene } from '../scene.ts';
import { NO_SIGNS } from '../story.ts';

/** A form is submitted, by its button if it had one. */
export async function submit(scene: Scene, { submitter }: Extract<Action, { type: 'submit' }>): Promise<void> {
  await need(scene, true);
  const hasButton = submitter !== null && (await find(scene, submitter, 'to', true, NO_SIGNS)).found !== null;
  const form = await keptElement(scene.frame, 'target');
  const button = hasButton ? await keptElement(scene.frame, 'to') : null;
  await form?.evaluate((element, by) => (element as HTMLFormElement).requestSubmit(by as HTMLElement | null), button);
  await form?.dispose();
  await button?.dispose();
}
