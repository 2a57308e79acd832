import { check, selectOption } from './acts/choose.ts';
import { click, hover } from './acts/click.ts';
import { clipboard } from './acts/clipboard.ts';
import { drag } from './acts/drag.ts';
import { fill } from './acts/fill.ts';
import { press } from './acts/press.ts';
import { scroll, wheel } from './acts/scroll.ts';
import { selectText } from './acts/select-text.ts';
import { submit } from './acts/submit.ts';
import { upload } from './acts/upload.ts';
import { prelude } from './prelude.ts';
import { StepFailure } from './report.ts';
import type { Scene } from './scene.ts';

/** Does in the page what the step says. */
export async function perform(whole: Scene): Promise<void> {
  const scene = await prelude(whole);
  const { action } = scene.step;
  switch (action.type) {
    case 'click':
    case 'dblclick':
      return click(scene, action);
    case 'hover':
      return hover(scene);
    case 'fill':
      return fill(scene, action);
    case 'check':
    case 'uncheck':
      return check(scene, action.type === 'check');
    case 'selectOption':
      return selectOption(scene, action);
    case 'press':
      return press(scene, action);
    case 'scroll':
      return scroll(scene, action);
    case 'wheel':
      return wheel(scene, action);
    case 'drag':
      return drag(scene, action);
    case 'selectText':
      return selectText(scene, action);
    case 'upload':
      return upload(scene, action.files, scene.chooser);
    case 'copy':
    case 'cut':
    case 'paste':
      return clipboard(scene, action.type);
    case 'submit':
      return submit(scene, action);
    default:
      throw new StepFailure(`“${action.type}” is not done in a page.`);
  }
}
