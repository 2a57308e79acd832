/** What runs in the page of the player. These functions are sent there as text: they may use nothing from outside. */
import type { RrwebEvent } from '../lib/capture.ts';
import type { Box } from '../lib/units.ts';

/** rrweb's player, as far as it is used. */
export interface Player {
  play(at: number): void;
  pause(at?: number): void;
  destroy(): void;
  getCurrentTime(): number;
  getMirror(): { getNode(id: number): Node | null; getId(node: Node): number };
}

declare global {
  interface Window {
    rrwebReplay: { Replayer: new (events: readonly RrwebEvent[], options: object) => Player };
    player?: Player;
  }
}

/** Plays all events at once, and waits until the result is painted. */
export async function replay(events: readonly RrwebEvent[]): Promise<void> {
  const still =
    '*, *::before, *::after { animation: none !important; transition: none !important; scroll-behavior: auto !important; }';
  // Where no script runs, a canvas is an empty box of no size.
  const canvases =
    ':where(canvas) { display: inline-block; overflow: hidden; width: attr(width px, 300px); aspect-ratio: attr(width type(<number>), 300) / attr(height type(<number>), 150); }';
  // An open popover is in the recording by its attribute alone.
  const popovers = '[rr-popover] { display: block !important; z-index: 2147483647; }';
  window.player = new window.rrwebReplay.Replayer(events, {
    root: document.body,
    useVirtualDom: false,
    mouseTail: false,
    showWarning: false,
    insertStyleRules: [still, canvases, popovers],
  });
  window.player.pause(events.length);
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await painted();
  await document.fonts.ready;
  await painted();
}

/** Outlines an element where the player shows it; where it does not, the place it had when it was recorded. */
export function outlineTarget({ nodeId, box }: { nodeId: number | null; box: Box }): void {
  const node = nodeId === null ? null : (window.player?.getMirror().getNode(nodeId) ?? null);
  const isElement = (candidate: Node | null): candidate is Element => candidate?.nodeType === Node.ELEMENT_NODE;
  const rect = isElement(node) ? node.getBoundingClientRect() : undefined;
  const isShown = rect !== undefined && rect.width > 0 && rect.height > 0;
  let { x, y, width, height } = isShown ? rect : box;
  const own = node?.ownerDocument?.defaultView;
  for (
    let view = own ?? document.querySelector('iframe')?.contentWindow;
    view && view !== window;
    view = view.parent as typeof view
  ) {
    const frame = view.frameElement;
    const place = frame?.getBoundingClientRect();
    x += (place?.x ?? 0) + (frame?.clientLeft ?? 0);
    y += (place?.y ?? 0) + (frame?.clientTop ?? 0);
  }
  const margin = 3;
  const mark = document.createElement('div');
  mark.id = 'target';
  Object.assign(mark.style, {
    left: `${x - margin}px`,
    top: `${y - margin}px`,
    width: `${width + 2 * margin}px`,
    height: `${height + 2 * margin}px`,
  });
  document.body.append(mark);
}
