import type { PageState, RawAction } from '../../lib/action.ts';
import type { Element as Described } from '../../lib/element.ts';
import { momentOf, pageNow } from '../../page/clock.ts';
import { describeElement, type PointerAt } from './describe-element.ts';
import { hitNode } from './event-hub.ts';
import { pageState } from './page-state.ts';
import type { Position, Snapshots } from './snapshots.ts';

/** The page as it stood at the first event of a gesture, before the page saw the event. */
export interface Observation {
  readonly at: number;
  readonly position: Position;
  readonly page: PageState;
}

/** An observation together with what the gesture was meant for. */
export interface Aim extends Observation {
  readonly element: Element;
  readonly target: Described;
}

export type { Described };

export type RawVerb = RawAction['action'];

/** What trackers are given to do their work. */
export interface Observer {
  /** Where the recording is, or was when the event happened, for little: without a look at the page. */
  place(event?: Event): Position;
  /** Looks at the page. Call it in the handler of the first event of a gesture. */
  observe(event: Event): Observation;
  /** The same, and describes the element. */
  aim(event: Event, element: Element, pointer?: PointerAt | null): Aim;
  describe(element: Element, pointer?: PointerAt | null): Described;
  /** Hands an action over. */
  act(aim: Observation & { readonly target?: Described | null }, action: RawVerb): void;
}

interface Dependencies {
  readonly snapshots: Snapshots;
  readonly addAction: (stream: number, action: RawAction) => void;
}

export function createObserver({ snapshots, addAction }: Dependencies): Observer {
  const { nodeId } = snapshots;
  const describe: Observer['describe'] = (element, pointer = null) => describeElement(element, pointer, nodeId);
  const place: Observer['place'] = (event) => {
    snapshots.catchUp(event && momentOf(event));
    return snapshots.position() ?? { stream: 0, events: 0, at: 0 };
  };
  const observe: Observer['observe'] = (event) => ({
    at: momentOf(event),
    position: place(event),
    page: pageState(nodeId),
  });
  return {
    place,
    observe,
    describe,
    aim(event, element, pointer = null) {
      const hit = (pointer && hitNode(event)) ?? element;
      return { ...observe(event), element, target: describeElement(element, pointer, nodeId, hit) };
    },
    act({ at: happened, position, page, target = null }, action) {
      // A page that was busy hears of a gesture late: what came before that is what was acted on.
      const at = Math.max(happened, position.at);
      const until = Math.max(at, pageNow());
      addAction(position.stream, { at, until, eventsBefore: position.events, action, target, page });
    },
  };
}
