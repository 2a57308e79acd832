import { stillThere } from './dom-tree.ts';

/** The browser's own getter, kept because `hideChildDocuments` puts another in its place. */
const contentWindowOf = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')?.get;

/** Every iframe that rrweb has asked for its window: the ones that it recorded, also those inside shadow roots. */
const met = new Set<HTMLIFrameElement>();

/**
 * Makes rrweb believe that no frame can be looked into, because every frame has a recorder of its own. Changes the
 * prototypes of the isolated world only; the page has others.
 */
export function hideChildDocuments(): void {
  const hide = (name: 'contentWindow' | 'contentDocument') =>
    Object.defineProperty(HTMLIFrameElement.prototype, name, {
      configurable: true,
      get(this: HTMLIFrameElement) {
        met.add(this);
        return null;
      },
    });
  hide('contentWindow');
  hide('contentDocument');
}

/** Which node of the recording is the owner of which entry of `window.frames`. */
export function frameOwners(nodeIdOf: (node: Node) => number | null): { index: number; nodeId: number }[] {
  const owners = [];
  for (const iframe of stillThere(met)) {
    const index = frameIndex(window, contentWindowOf?.call(iframe));
    const nodeId = nodeIdOf(iframe);
    if (index !== null && nodeId !== null) owners.push({ index, nodeId });
  }
  return owners;
}

/** Place of a child among its parent's `window.frames`; the browser lets a frame see this much across origins. */
export function frameIndex(parent: Window, child: unknown): number | null {
  for (let index = 0; index < parent.length; index += 1) if (parent[index] === child) return index;
  return null;
}
