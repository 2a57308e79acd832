import type { Request } from '../../lib/messages.ts';
import type { ScreenshotCause } from '../../lib/screenshot.ts';
import type { Send } from '../../lib/sender.ts';
import { type Measured, measurePage } from './measure.ts';
import { isMoving } from './movement.ts';
import { nextFrame, type Stillness } from './stillness.ts';
import type { Typing } from './typing.ts';

type Reason = Request<'missShot'>['reason'];

export interface Camera {
  /** Has a screenshot taken and kept, or the lack of it noted. `from`: since when the page looks like this. */
  take(cause: ScreenshotCause, from: number): Promise<void>;
}

interface Dependencies {
  readonly send: Send;
  readonly stillness: Stillness;
  readonly typing: Typing;
}

/**
 * A picture is kept if the page was the same all the while: measured before it was taken and after, nothing stirred in
 * between, nor for a while before, since what is on the screen is a little older than the page.
 */
export function createCamera({ send, stillness, typing }: Dependencies): Camera {
  let isBusy = false;

  /** Undefined where what would have to be covered cannot be measured. */
  function look(): Measured | undefined {
    const measured = measurePage(typing.secrets());
    measured?.roots.forEach(stillness.watch);
    return measured;
  }
  async function shoot(
    cause: ScreenshotCause,
    from: number,
  ): Promise<{ shot: string | null; reason: Reason } | undefined> {
    const before = look();
    if (!before) return { shot: null, reason: 'screenshot_unmeasured' };
    const stirs = stillness.stirs();
    const hasMoved = () => stillness.stirs() !== stirs || isMoving(before.roots);
    if (!(await stillness.settled()) || hasMoved()) return { shot: null, reason: 'screenshot_moved' };
    const { shot, isRecorded } = await send('shoot', {});
    if (!isRecorded) return undefined;
    if (shot === null) return { shot, reason: 'screenshot_refused' };
    // What the screen has scrolled to is told to the page with the next frame.
    await nextFrame();
    const after = look();
    if (!after) return { shot, reason: 'screenshot_unmeasured' };
    if (hasMoved() || after.print !== before.print) return { shot, reason: 'screenshot_moved' };
    await send('keepShot', { shot, cause, from, page: { ...after.page, typed: typing.texts() } });
    return undefined;
  }
  return {
    async take(cause, from) {
      try {
        if (isBusy) return void (await send('missShot', { shot: null, from, reason: 'screenshot_refused' }));
        isBusy = true;
        try {
          const missing = await shoot(cause, from);
          if (missing) await send('missShot', { ...missing, from });
        } finally {
          isBusy = false;
        }
      } catch {
        // The worker did not answer: it holds no picture then, and what it misses of the page is told elsewhere.
      }
    },
  };
}
