import { inPage } from '../page-kit.ts';
import { find, type Scene, settle } from '../scene.ts';

const KEYS = { copy: 'c', cut: 'x', paste: 'v' } as const;

/** Copy, cut or paste by the keyboard, where the focus and the selection are. */
export async function clipboard(scene: Scene, type: keyof typeof KEYS): Promise<void> {
  const { target } = scene.step;
  if (target && !['body', 'html'].includes(target.tag)) {
    const ready = await find(scene, target, 'target', true);
    // What is copied is selected; taking the focus would lose that.
    if (ready.found && type === 'paste')
      await inPage(scene.frame, ({ kit }) => kit.hasFocus('target') || kit.focus('target'), null);
  } else {
    await settle(scene);
  }
  await scene.page.keyboard.press(`Control+${KEYS[type]}`);
}
