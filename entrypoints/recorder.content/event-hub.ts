import { foundRoots, throughClosedRoots } from './shadow-roots.ts';
import type { CostMeter } from './cost-meter.ts';
import { rootOf } from './dom-tree.ts';

type EventMap = WindowEventMap & Pick<DocumentEventMap, 'visibilitychange'>;

export type Listen = <T extends keyof EventMap>(
  types: T | readonly T[],
  handle: (event: EventMap[T]) => void,
  signal: AbortSignal,
) => void;

/** What trackers listen to. The order of handlers of one type is the order in which they began to listen. */
const TYPES = (
  'pointerdown pointermove pointerover pointerup pointercancel mousedown click auxclick contextmenu wheel ' +
  'touchmove keydown keyup beforeinput input change focusout selectstart dragstart dragover drop dragend copy cut ' +
  'paste submit scroll pagehide beforeunload pageshow visibilitychange'
).split(' ');

/**
 * Listens on the window, in the capture phase, from the start of the document on: so ours are the first listeners to see
 * an event, and what they see is the page before it reacted. Passive: they could not stop an event if they wanted to.
 * Only events that a person caused are passed on.
 */
export function listenFirst(signal: AbortSignal, meter: CostMeter): Listen {
  const handlers = new Map<string, Set<(event: never) => void>>();
  const dispatch = (event: Event) => {
    const listening = handlers.get(event.type);
    if (!listening?.size || !event.isTrusted) return;
    if (/down|wheel/.test(event.type))
      for (let root = rootOf(hitNode(event) ?? document.body); root instanceof ShadowRoot; root = rootOf(root.host)) {
        foundRoots.add(root);
        // What does not leave the shadow root that it happens in is heard there, from the first press in it on.
        for (const type of ['change', 'scroll']) root.addEventListener(type, dispatch, options);
      }
    meter.measure('handlerMs', () => {
      for (const handle of listening) handle(event as never);
    });
  };
  const options = { capture: true, passive: true, signal };
  const hear = () => TYPES.forEach((type) => addEventListener(type, dispatch, options));
  hear();
  // A page that writes a document anew, as editors do in their frames, takes all listeners away with the old one.
  new MutationObserver(hear).observe(document, { childList: true });
  return (types, handle, until) => {
    if (until.aborted) return;
    for (const type of [types].flat()) {
      const listening = handlers.get(type) ?? new Set();
      handlers.set(type, listening.add(handle));
      until.addEventListener('abort', () => listening.delete(handle));
    }
  };
}

/** The node that an event is really about, through shadow roots. */
export function hitNode(event: Event): Element | null {
  const node = event.composedPath()[0];
  if (node instanceof Element) return throughClosedRoots(node, event);
  return node instanceof Node ? node.parentElement : document.documentElement;
}
