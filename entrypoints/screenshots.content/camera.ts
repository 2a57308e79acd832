import type { Request } from '../../lib/messages.ts';
import type { ScreenshotCause } from '../../lib/screenshot.ts';
import type { Send } from '../../lib/sender.ts';
import { type Measured, measurePage } from './measure.ts';
import { isMoving } from './movement.ts';
import { inSlices } from './slices.ts';
import { nextFrame, type Stillness } from './stillness.ts';
import type { Typing } from './typing.ts';

type Reason = Request<'missShot'>['reason'];

export interface Camera {
  /** Has a screenshot taken and kept, or the lack of it noted. `from`: what came of this moment is wanted. */
  take(cause: ScreenshotCause, from: number): Promise<void>;
}

interface Dependencies {
  readonly send: Send;
  readonly stillness: Stillness;
  readonly typing: Typing;
}

/** Why there is no picture, and the one that was taken in vain. */
interface Missing {
  readonly shot: string | null;
  readonly reason: Reason;
}

/**
 * A picture is taken as soon as the page is at rest, and kept if the page was the same all the while: measured before it was
 * taken and after, and nothing stirred in between, nor for a while before, since what is on the screen is a little older
 * than the page. Who acts again meanwhile wants the later one.
 */
export function createCamera({ send, stillness, typing }: Dependencies): Camera {
  let latest = 0;
  let shooting: Promise<Missing | undefined> = Promise.resolve(undefined);

  async function take(cause: ScreenshotCause, from: number): Promise<Missing | undefined> {
    const turn = (latest += 1);
    await shooting.catch(() => undefined);
    if (!(await stillness.settled()) || turn !== latest) return { shot: null, reason: 'screenshot_moved' };
    shooting = shoot(cause, Math.max(from, stillness.since()));
    return shooting;
  }
  async function shoot(cause: ScreenshotCause, from: number): Promise<Missing | undefined> {
    const stirs = stillness.stirs();
    const isStill = () => stillness.stirs() === stirs;
    const look = async (): Promise<Measured | Reason> => {
      const measured = await inSlices(measurePage(typing.secrets()), isStill);
      measured?.roots.forEach(stillness.watch);
      if (!isStill() || (measured && isMoving(measured.roots))) return 'screenshot_moved';
      return measured ?? 'screenshot_unmeasured';
    };
    const before = await look();
    if (typeof before === 'string') return { shot: null, reason: before };
    const { shot, isRecorded } = await send('shoot', {});
    if (!isRecorded) return undefined;
    if (shot === null) return { shot, reason: 'screenshot_refused' };
    // What the screen has scrolled to is told to the page with the next frame.
    await nextFrame();
    const after = await look();
    if (typeof after === 'string') return { shot, reason: after };
    if (after.print !== before.print) return { shot, reason: 'screenshot_moved' };
    await send('keepShot', { shot, cause, from, page: { ...after.page, typed: typing.texts() } });
    return undefined;
  }
  return {
    async take(cause, from) {
      try {
        const missing = await take(cause, from);
        if (missing) await send('missShot', { ...missing, from });
      } catch {
        // The worker did not answer: it holds no picture then, and what it misses of the page is told elsewhere.
      }
    },
  };
}
