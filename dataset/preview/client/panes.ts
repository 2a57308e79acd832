import type { Viewer } from '../../show/viewer.ts';
import type { Preview, PreviewSide } from '../preview.ts';

/** What the parts of the page share. */
interface PreviewViewer extends Pick<Viewer, 'player' | 'mark' | 'unmark'> {
  readonly previews: readonly Pick<Preview, 'before' | 'after'>[];
}

/** Two players side by side, each at the size of its whole page, made to fit the width there is. Sent to the page as source. */
export function panesPart({
  previews,
}: PreviewViewer): Pick<Viewer, 'player'> & { begin(viewer: PreviewViewer): void } {
  type Player = InstanceType<Window['rrwebReplay']['Replayer']>;
  const original = document.querySelector<HTMLElement>('.original');
  const screen = document.querySelector<HTMLElement>('.screen');
  const buttons = [...document.querySelectorAll<HTMLElement>('[data-page]')];
  const views = [...document.querySelectorAll<HTMLElement>('[data-view]')];
  const current: { before: Player | undefined; after: Player | undefined } = { before: undefined, after: undefined };
  const hatched = 'repeating-linear-gradient(45deg, #8884 0 8px, transparent 8px 16px)';
  const rules = [
    '*, *::before, *::after { animation: none !important; transition: none !important; scroll-behavior: auto !important; }',
    '::highlight(withheld) { background-color: #fde68a; color: #713f12; }',
    '::highlight(replaced) { background-color: #fecaca; color: #7f1d1d; }',
    '[data-showhow="withheld"] { background-color: #fef3c7 !important; color: #713f12 !important; }',
    '[data-showhow="replaced"] { background-color: #fee2e2 !important; color: #7f1d1d !important; }',
    // An open popover is in the recording by its attribute alone.
    '[rr-popover] { display: block !important; z-index: 2147483647; }',
    // Where no script runs, a canvas is an empty box of no size.
    ':where(canvas) { display: inline-block; overflow: hidden; width: attr(width px, 300px); aspect-ratio: attr(width type(<number>), 300) / attr(height type(<number>), 150); }',
    `canvas, video, [data-showhow="unseen"] { background-image: ${hatched} !important; outline: 1px dashed #888a !important; }`,
  ];

  function open(root: HTMLElement | null, side: PreviewSide | null, title: string): Player | undefined {
    if (!root || !side) return undefined;
    const options = { root, useVirtualDom: false, mouseTail: false, showWarning: false, insertStyleRules: rules };
    const player = new window.rrwebReplay.Replayer(side.events, options);
    player.pause(side.events.length);
    root.querySelector('iframe')?.setAttribute('title', title);
    return player;
  }

  /** Both as high as the longer one, so that what belongs together stands side by side. */
  function fit() {
    const shown = [original, screen].flatMap((root) => root?.querySelector('iframe') ?? []);
    const heights = shown.map((page) => page.contentDocument?.documentElement.scrollHeight ?? 0);
    const height = Math.min(Math.max(...heights, Number(shown[0]?.height ?? 0)), 12_000);
    for (const page of shown) {
      page.height = String(height);
      const [frame, room] = [page.closest<HTMLElement>('.original, .screen'), page.closest<HTMLElement>('.room')];
      if (!frame || !room) continue;
      const scale = room.clientWidth / Number(page.width);
      Object.assign(frame.style, { width: `${page.width}px`, height: `${height}px`, transform: `scale(${scale})` });
      room.style.height = `${height * scale}px`;
    }
  }

  /** Marks on the left each text and field that is another on the right. */
  function markReplaced() {
    const ranges = new Map<Window & typeof globalThis, Range[]>();
    const [before, after] = [current.before?.getMirror(), current.after?.getMirror()];
    if (!before || !after) return;
    const visit = (node: Node) => {
      const id = before.getId(node);
      const other = id > 0 ? after.getNode(id) : null;
      const view = node.ownerDocument?.defaultView;
      if (view && node.nodeType === 3 && other && other.textContent !== node.textContent) {
        const range = node.ownerDocument?.createRange();
        range?.selectNodeContents(node);
        if (range) ranges.set(view, [...(ranges.get(view) ?? []), range]);
      }
      if ('value' in node && other && 'value' in other && node.value !== other.value && 'dataset' in node)
        Object.assign(node.dataset as object, { showhow: 'replaced' });
      for (const child of node.childNodes) visit(child);
      if ('shadowRoot' in node && node.shadowRoot) visit(node.shadowRoot as Node);
      const inner = 'contentDocument' in node ? (node.contentDocument as Document | null) : null;
      if (inner) visit(inner);
    };
    const page = original?.querySelector('iframe')?.contentDocument;
    if (page) visit(page);
    for (const [view, found] of ranges) view.CSS.highlights?.set('replaced', new view.Highlight(...found));
  }

  function begin(viewer: PreviewViewer) {
    const select = (place: number) => {
      const preview = previews[place];
      if (!preview) return;
      current.before?.destroy();
      current.after?.destroy();
      current.before = open(original, preview.before, 'The page as it is');
      current.after = open(screen, preview.after, 'The page as it is recorded');
      document.body.classList.toggle('blank', preview.after === null);
      viewer.unmark();
      const { owners } = preview.after ?? { owners: [] };
      if (preview.after) viewer.mark({ place: { scene: 0, time: 0, owners }, target: null });
      markReplaced();
      fit();
      for (const button of buttons) {
        if (Number(button.dataset['page']) === place) button.setAttribute('aria-current', 'step');
        else button.removeAttribute('aria-current');
      }
      for (const view of views) view.hidden = Number(view.dataset['view']) !== place;
    };
    for (const button of buttons) button.addEventListener('click', () => select(Number(button.dataset['page'])));
    addEventListener('resize', fit);
    select(0);
  }

  return { begin, player: () => current.after };
}
