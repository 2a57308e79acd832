import type { Moment, Target, Viewer } from '../viewer.ts';

/** Outlines the target, and marks what is withheld and what was not seen. Sent to the page as source. */
export function marksPart(viewer: Viewer): Pick<Viewer, 'mark' | 'unmark'> {
  const screen = document.querySelector<HTMLElement>('.screen');
  const layer = document.createElement('div');
  layer.className = 'marks';
  const svg = 'http://www.w3.org/2000/svg';
  const withheld = /⟦[^⟦⟧]*⟧/gu;

  const nodeOf = (id: number | null) => (id === null ? null : (viewer.player()?.getMirror().getNode(id) ?? null));

  /** Where a frame’s viewport begins in the page. */
  function originOf(view: Window | null | undefined) {
    const origin = { x: 0, y: 0 };
    for (let inner = view; inner && inner.parent !== window && inner !== window; inner = inner.parent) {
      const frame = inner.frameElement;
      const place = frame?.getBoundingClientRect();
      origin.x += (place?.x ?? 0) + (frame?.clientLeft ?? 0);
      origin.y += (place?.y ?? 0) + (frame?.clientTop ?? 0);
    }
    return origin;
  }

  function markTarget({ nodeId, rootId, box, point, path }: Target) {
    const [node, root] = [nodeOf(nodeId), nodeOf(rootId)];
    const rect = node && 'getBoundingClientRect' in node ? (node as Element).getBoundingClientRect() : undefined;
    const isShown = rect !== undefined && rect.width > 0 && rect.height > 0;
    const { x, y, width, height } = isShown ? rect : box;
    const owner = node?.ownerDocument ?? (root as Document | null);
    const origin = originOf(owner?.defaultView);
    const frame = document.createElement('div');
    frame.className = 'target';
    Object.assign(frame.style, {
      left: `${origin.x + x}px`,
      top: `${origin.y + y}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
    layer.append(frame);
    if (path.length > 1) markPath(path.map((step) => ({ x: origin.x + step.x, y: origin.y + step.y })));
    else if (point) {
      const dot = document.createElement('div');
      dot.className = 'point';
      dot.style.left = `${origin.x + x + Math.min(point.x, width)}px`;
      dot.style.top = `${origin.y + y + Math.min(point.y, height)}px`;
      layer.append(dot);
    }
  }

  function markPath(points: readonly { x: number; y: number }[]) {
    const drawing = document.createElementNS(svg, 'svg');
    const line = document.createElementNS(svg, 'polyline');
    line.setAttribute('points', points.map(({ x, y }) => `${x},${y}`).join(' '));
    drawing.append(line);
    layer.append(drawing);
  }

  /** All documents of the page: its own, those of its frames, and shadow roots. */
  function* rootsIn(root: Document | ShadowRoot): Generator<Document | ShadowRoot> {
    yield root;
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) yield* rootsIn(element.shadowRoot);
      const inner = element.tagName === 'IFRAME' ? (element as HTMLIFrameElement).contentDocument : null;
      if (inner) yield* rootsIn(inner);
    }
  }

  function markWithheld(page: Document) {
    const ranges = new Map<Window & typeof globalThis, Range[]>();
    for (const root of rootsIn(page)) {
      const own = 'defaultView' in root ? root : root.ownerDocument;
      const view = own.defaultView;
      if (!view) continue;
      const found = ranges.get(view) ?? [];
      ranges.set(view, found);
      const texts = own.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const node = texts.currentNode as Text;
        for (const match of node.data.matchAll(withheld)) {
          const range = own.createRange();
          range.setStart(node, match.index);
          range.setEnd(node, match.index + match[0].length);
          found.push(range);
        }
      }
      for (const field of root.querySelectorAll<HTMLInputElement>('input, textarea')) {
        withheld.lastIndex = 0;
        if (withheld.test(field.value)) field.dataset['showhow'] = 'withheld';
        else if (field.dataset['showhow'] === 'withheld') delete field.dataset['showhow'];
      }
    }
    for (const [view, found] of ranges) view.CSS.highlights?.set('withheld', new view.Highlight(...found));
  }

  function markUnseen(page: Document, owners: readonly number[]) {
    const shown = owners.map(nodeOf);
    for (const root of rootsIn(page)) {
      for (const frame of root.querySelectorAll<HTMLElement>('iframe, frame, object, embed')) {
        if (shown.includes(frame)) delete frame.dataset['showhow'];
        else frame.dataset['showhow'] = 'unseen';
      }
    }
  }

  return {
    mark({ place, target }: Moment) {
      layer.replaceChildren();
      screen?.append(layer);
      const page = screen?.querySelector('iframe')?.contentDocument;
      if (page && place) {
        markWithheld(page);
        markUnseen(page, place.owners);
      }
      if (target && place) markTarget(target);
    },
    unmark: () => layer.replaceChildren(),
  };
}
