import { setTimeout as sleep } from 'node:timers/promises';
import type { Step } from '../../lib/episode.ts';
import { STRIKES } from './moved.ts';

/** When a step is done: not before its time. */
export interface Turn {
  /** How long it is until the page has to be ready for it, in ms. */
  readonly notBeforeMs: number;
  /** Waits, with the pointer where it is to be, for the moment. */
  inTime(): Promise<void>;
}

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
  /** The turn of a step that is to be done in so many ms. */
  turnOf(step: Step, leftMs: number): Turn;
  /** A step is about to be done: the page is ready for it. */
  begin(step: Step): void;
  /** It is done. */
  end(step: Step): void;
}

/** What driving a browser adds to a step, in ms: by so much longer here than there is no longer. */
const DRIVING_MS = 80;
/** How long it takes to bring the pointer to a target, in ms. */
const APPROACH_MS = 100;
/** How old a page is, in ms since it has loaded, where an episode begins with it: until then recorders let it be. */
const AGE_AT_START_MS = 1_000;

/** Of a pause longer than `longestMs` only so much is kept. */
export function createPace(startedAt: number, longestMs: number, now: () => number = Date.now): Pace {
  let done = { at: startedAt, here: now() };
  let begun: typeof done | undefined;
  const gapBefore = (at: number) => Math.max(0, at - done.at);
  /** What driving the browser added to the last step: pages count from its beginning as well as from its end. */
  const driven = () => {
    const added = begun ? done.here - begun.here - (done.at - begun.at) : 0;
    return added > 0 && added <= DRIVING_MS ? added : 0;
  };
  const begin = ({ at }: Step) => void (begun = { at, here: now() });
  return {
    get doneAt() {
      return done.at;
    },
    get doneHere() {
      return done.here;
    },
    gapBefore,
    leftOfPause: (at) => Math.max(0, done.here - driven() + Math.min(longestMs, gapBefore(at)) - now()),
    leftUntil(at) {
      // What a step takes longer here than it took there does not add up.
      const from = begun ?? done;
      return Math.max(0, from.here + at - from.at - now());
    },
    turnOf(step, leftMs) {
      const dueAt = now() + leftMs;
      return {
        notBeforeMs: Math.max(0, leftMs - (STRIKES.has(step.action.type) ? APPROACH_MS : 0)),
        async inTime() {
          if (now() < dueAt) await sleep(dueAt - now());
          begin(step);
        },
      };
    },
    begin,
    end({ action, at, until }) {
      const isStart = action.type === 'goto' && action.cause === 'start';
      // What the pointer opens takes its time while it rests; what is typed or selected is told only once that is left.
      const isLeftLater = ['hover', 'fill', 'selectText'].includes(action.type);
      done = { at: isLeftLater ? at : until, here: now() + (isStart ? AGE_AT_START_MS : 0) };
      if (begun?.at !== at) begun = undefined;
    },
  };
}
