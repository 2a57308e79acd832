import type { Listen } from '../event-hub.ts';
import type { Gestures } from '../gestures.ts';
import type { Later } from '../later.ts';
import type { Observer } from '../observing.ts';

/** What every tracker works with. */
export interface Tools {
  readonly listen: Listen;
  readonly signal: AbortSignal;
  readonly observer: Observer;
  readonly gestures: Gestures;
  readonly later: Later;
  /** Takes what a field held for a moment, so that its echo can be redacted. */
  readonly addTyped: (text: string | null) => void;
}
