import type { Action, PageState } from './action.ts';
import { EventType } from './capture.ts';
import { isInFrame } from './draft.ts';
import type { Observation } from './episode.ts';
import type { Scene } from './observe.ts';
import { createPageModel } from './page-model.ts';
import { Source } from './redaction/rrweb-types.ts';

/** Adds what the page in front was like to an observation that no gesture tells of: its stream does. */
export function withPage(scene: Scene, observation: Observation): Observation {
  const top = observation.streams.find(({ stream }) => frameOf(scene, stream) === 0) ?? observation.streams[0];
  const document = scene.streams[top?.stream ?? -1]?.document;
  if (!top || document === undefined) return observation;
  return { ...observation, document, page: pageAt(scene, top, observation.at) };
}

/** True for what changes the URL of a tab while its document stays. */
function isRoute(action: Action): boolean {
  return 'sameDocument' in action && action.sameDocument && !isInFrame(action);
}

function frameOf({ documents, streams }: Scene, stream: number): number | undefined {
  return documents[streams[stream]?.document ?? -1]?.frame;
}

function pageAt(
  { documents, streams, captured }: Scene,
  { stream, events: count }: Observation['streams'][number],
  until: number,
): PageState {
  const { document = -1, events = [] } = streams[stream] ?? {};
  const page = createPageModel();
  let [url, width, height, x, y] = ['', 0, 0, 0, 0];
  for (const event of events.slice(0, count)) {
    page.apply(event);
    const data = event.data as Partial<
      Record<'href' | 'source' | 'width' | 'height' | 'id' | 'x' | 'y' | 'initialOffset', unknown>
    >;
    if (event.type === EventType.meta) url = String(data.href);
    if (event.type === EventType.meta || data.source === Source.viewportResize)
      [width, height] = [Number(data.width), Number(data.height)];
    if (event.type === EventType.fullSnapshot) {
      const { left, top } = data.initialOffset as { left: number; top: number };
      [x, y] = [left, top];
    }
    if (data.source === Source.scroll && data.id === page.root()) [x, y] = [Number(data.x), Number(data.y)];
  }
  const title = page.tagged('title').find(({ parent }) => page.node(parent ?? -1)?.tag === 'head');
  const known = captured.findLast(
    ({ at, page: seen, ...action }) => action.document === document && seen && at <= until,
  )?.page;
  const begun = events.findLast(({ type }, place) => type === EventType.meta && place < count)?.timestamp ?? 0;
  const route = captured.findLast(
    ({ tab, action, at }) => tab === documents[document]?.tab && at >= begun && at <= until && isRoute(action),
  )?.action;
  return {
    url: route && 'url' in route && documents[document]?.frame === 0 ? route.url : url,
    title: title ? page.textOf(title.id) : '',
    viewport: { devicePixelRatio: 1, ...known?.viewport, width, height },
    scroll: { x, y },
    focus: null,
  };
}
