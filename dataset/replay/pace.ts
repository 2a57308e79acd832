import type { Step } from '../../lib/episode.ts';

/** When the steps of an episode were done, there and here. */
export interface Pace {
  /** When the last step was over, on the clock of the episode and on that of this machine. */
  readonly doneAt: number;
  readonly doneHere: number;
  /** How long the page had for what came of it, in ms. */
  gapBefore(at: number): number;
  /** How long it is until something that was done at a moment has to be done again, in ms, counted from beginning to beginning. */
  leftUntil(at: number): number;
  /** How much is left of the pause that somebody made after the last step, in ms: they may have waited for what does not show. */
  leftOfPause(at: number): number;
  /** A step is about to be done: the page is ready for it. */
  begin(step: Step): void;
  /** It is done. */
  end(step: Step): void;
}

/** How old a page is, in ms since it has loaded, where an episode begins with it: until then recorders let it be. */
const AGE_AT_START_MS = 1_000;

/** Of a pause longer than `longestMs` only so much is kept. */
export function createPace(startedAt: number, longestMs: number): Pace {
  let done = { at: startedAt, here: Date.now() };
  let begun: typeof done | undefined;
  const gapBefore = (at: number) => Math.max(0, at - done.at);
  return {
    get doneAt() {
      return done.at;
    },
    get doneHere() {
      return done.here;
    },
    gapBefore,
    leftOfPause: (at) => Math.max(0, done.here + Math.min(longestMs, gapBefore(at)) - Date.now()),
    leftUntil(at) {
      // What a step takes longer here than it took there does not add up.
      const from = begun ?? done;
      return Math.max(0, from.here + at - from.at - Date.now());
    },
    begin: ({ at }) => (begun = { at, here: Date.now() }),
    end({ action, at, until }) {
      const isStart = action.type === 'goto' && action.cause === 'start';
      // What the pointer opens takes its time while it rests; what is typed or selected is told only once that is left.
      const isLeftLater = ['hover', 'fill', 'selectText'].includes(action.type);
      done = { at: isLeftLater ? at : until, here: Date.now() + (isStart ? AGE_AT_START_MS : 0) };
      if (begun?.at !== at) begun = undefined;
    },
  };
}
