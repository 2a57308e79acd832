import { EventType, type RrwebEvent } from '../../lib/capture.ts';
import type { Element } from '../../lib/element.ts';
import type { BrowserRecord, CaptureRecord, OpeningRecord } from '../../lib/record.ts';
import type { PageState, RedactedAction } from '../../lib/action.ts';

export const SESSION = '0b9ad0a5-5e4a-4b6e-9a5c-2f6d6a3d0c01';
export const EPISODE = '5b1c6a2e-93d1-4a0c-8a67-d1f0a2c4b302';
export const RECORDER = 'a3c1f7be-6a58-4b7f-9d3e-7c1b5e9f4a11';
export const CHILD_RECORDER = 'c7d2e8af-1b69-4c80-8e4f-8d2c6fa05b22';

/** When everything in these records begins, epoch ms. */
export const START = 1_790_000_000_000;

export const opening: OpeningRecord = {
  kind: 'opening',
  episode: EPISODE,
  session: SESSION,
  at: START,
  provenance: {
    recorderVersion: '0.1.0',
    browser: 'Chromium 156',
    platform: 'linux',
    language: 'en',
    policyVersion: '2026-11-01',
    policyHash: 'a'.repeat(64),
    noticeHash: 'b'.repeat(64),
    noticeMode: 'acknowledge',
    noticeAt: START - 60_000,
    purpose: 'To learn how tickets are handled.',
    redactionVersion: '1',
  },
};

export const page: PageState = {
  url: 'https://desk.example.com/tickets',
  title: 'Tickets',
  viewport: { width: 800, height: 600, devicePixelRatio: 1 },
  scroll: { x: 0, y: 0 },
  focus: null,
};

/** An element by its place in the document; `rest` is what is special about it. */
export function element(nodeId: number, rest: Partial<Element> = {}): Element {
  return {
    nodeId,
    tag: 'button',
    role: 'button',
    name: 'Save',
    attributes: {},
    states: [],
    selectors: [{ kind: 'css', value: `#e${nodeId}`, matches: 1 }],
    shadowPath: [],
    box: { x: 20, y: 30, width: 100, height: 40 },
    point: { x: 50, y: 20 },
    ...rest,
  };
}

/** A captured action `after` ms after the start. */
export function captured(
  action: RedactedAction['action'],
  after: number,
  rest: Partial<RedactedAction> = {},
): RedactedAction {
  return { at: START + after, until: START + after, eventsBefore: 2, action, target: element(5), page, ...rest };
}

export const click: Extract<RedactedAction['action'], { type: 'click' }> = {
  type: 'click',
  button: 'left',
  clickCount: 1,
  modifiers: [],
};

/** A batch of the top frame, empty but for `rest`. */
export function capture(seq: number, rest: Partial<CaptureRecord> = {}): CaptureRecord {
  return {
    kind: 'capture',
    recorder: RECORDER,
    seq,
    stream: 0,
    firstEvent: 0,
    document: 'DOC-TOP',
    tab: 71,
    frame: 0,
    parentFrame: -1,
    place: { isTop: true, index: null, path: [], scale: 1 },
    frameOwners: [],
    siteRule: 'https://desk.example.com/*',
    redaction: 'standard',
    events: [],
    actions: [],
    gaps: [],
    ledger: [],
    cost: { handlerMs: 1, snapshotMs: 0, events: 3 },
    isLast: false,
    ...rest,
  };
}

/** A batch of a frame inside the top frame. */
export function childCapture(seq: number, rest: Partial<CaptureRecord> = {}): CaptureRecord {
  const place = { isTop: false, index: 0, path: [0], scale: 1 };
  return capture(seq, { recorder: CHILD_RECORDER, document: 'DOC-CHILD', frame: 9, parentFrame: 0, place, ...rest });
}

export function browserRecord(
  tab: number | null,
  actions: RedactedAction[],
  rest: Partial<BrowserRecord> = {},
): BrowserRecord {
  return { kind: 'browser', tab, actions, gaps: [], ledger: [], ...rest };
}

/** An action outside pages. */
export function outside(action: RedactedAction['action'], after: number): RedactedAction {
  return captured(action, after, { eventsBefore: null, target: null, page: null });
}

/** rrweb's Meta and full snapshot of a page whose body holds `children`. */
export function snapshot(after: number, children: readonly unknown[] = [], href = page.url): RrwebEvent[] {
  const body = { type: 2, tagName: 'body', attributes: {}, childNodes: children, id: 4 };
  const head = { type: 2, tagName: 'head', attributes: {}, childNodes: [], id: 3 };
  const html = { type: 2, tagName: 'html', attributes: {}, childNodes: [head, body], id: 2 };
  const node = { type: 0, childNodes: [html], id: 1 };
  return [
    { type: EventType.meta, timestamp: START + after, data: { href, width: 800, height: 600 } },
    { type: EventType.fullSnapshot, timestamp: START + after, data: { node, initialOffset: { left: 0, top: 0 } } },
  ];
}

/** An incremental event that changes nothing to see. */
export function change(after: number): RrwebEvent {
  const data = { source: 0, texts: [], attributes: [], removes: [], adds: [] };
  return { type: EventType.incremental, timestamp: START + after, data };
}
