import { type Browser, browser } from 'wxt/browser';

/** The frame a message came from, as the browser tells it. Nothing in it is taken from the message. */
export interface SenderFrame {
  readonly tab: number;
  readonly isActiveTab: boolean;
  readonly frame: number;
  /** -1 for the top frame. */
  readonly parentFrame: number;
  readonly document: string;
  /** Ids of the other frames of its page; of a page with very many, of those around it and in it. */
  readonly neighbours: readonly number[];
  /** Ids of the documents around it, the parent first. Undefined: the browser does not say. */
  readonly ancestors: readonly string[] | undefined;
  /** URL that the policy is asked about: the frame's own, or that of the page that made an about:blank, blob or data frame. */
  readonly url: string;
  /** URL of the page in the tab. */
  readonly topUrl: string;
  /** Of the tab: 1 is not zoomed. Undefined: the browser does not say. */
  readonly zoom: number | undefined;
  /** The tab was closed meanwhile: these are the last words of its page. */
  readonly isGone: boolean;
}

/** Most frames that are heard before a batch of another is stored: among hundreds, each hearing all, that takes minutes. */
const MAX_NEIGHBOURS = 20;

type Sender = Browser.runtime.MessageSender;
type Frame = Browser.webNavigation.GetAllFrameResultDetails;

/** Undefined for what is not a live frame of an ordinary tab: such a sender records nothing. */
export async function senderFrame(sender: Sender): Promise<SenderFrame | undefined> {
  const { tab, frameId, documentId, url } = sender;
  if (tab?.id === undefined || tab.incognito || frameId === undefined || documentId === undefined || !url || !tab.url)
    return undefined;
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) {
    const { origin } = new URL(url);
    if (sender.origin !== undefined && sender.origin !== 'null' && sender.origin !== origin) return undefined;
  }
  // The tab may be closed by now: the last words of a page with a URL of its own count all the same.
  const [frames, zoom] = await Promise.all([framesOf(tab.id), browser.tabs.getZoom(tab.id).catch(() => undefined)]);
  const chain = ancestors(frames, frameId);
  const shown = [{ url }, ...chain].find((frame) => /^https?:/.test(frame.url));
  if (!shown) return undefined;
  return {
    tab: tab.id,
    isActiveTab: tab.active,
    frame: frameId,
    parentFrame: chain[0]?.parentFrameId ?? (frameId === 0 ? -1 : 0),
    document: documentId,
    neighbours: neighbours(frames, chain),
    ancestors: chain.length > 0 ? idsOf(chain.slice(1)) : undefined,
    url: frameId === 0 ? url : shown.url,
    topUrl: tab.url,
    zoom,
    isGone: chain.length === 0,
  };
}

/** The frame and its ancestors, innermost first. */
function ancestors(frames: readonly Frame[], frameId: number): Frame[] {
  const chain: Frame[] = [];
  for (let id = frameId; id >= 0 && chain.length < frames.length;) {
    const frame = frames.find((candidate) => candidate.frameId === id);
    if (!frame) break;
    chain.push(frame);
    id = frame.parentFrameId;
  }
  return chain;
}

/** The frames whose secrets a frame may show. Where there are too many, those around it come first, then those in it. */
function neighbours(frames: readonly Frame[], [own, ...around]: readonly Frame[]): number[] {
  const others = frames.filter(({ frameId }) => frameId !== own?.frameId);
  const inside = others.filter(({ parentFrameId }) => parentFrameId === own?.frameId);
  const near = others.length > MAX_NEIGHBOURS ? [...around, ...inside].slice(0, MAX_NEIGHBOURS) : others;
  return near.map(({ frameId }) => frameId);
}

/** Not every browser has ids for documents. */
function idsOf(frames: readonly Partial<Pick<Frame, 'documentId'>>[]): string[] | undefined {
  const ids = frames.flatMap(({ documentId }) => documentId ?? []);
  return ids.length === frames.length ? ids : undefined;
}

/** How many frames of the page in a tab show something that is not monitored. */
export async function countFramesNotCovered(tabId: number, isMonitored: (url: string) => boolean): Promise<number> {
  const frames = await framesOf(tabId);
  return frames.filter(({ frameId, url }) => frameId !== 0 && /^https?:/.test(url) && !isMonitored(url)).length;
}

const framesOf = async (tabId: number): Promise<Frame[]> =>
  (await browser.webNavigation.getAllFrames({ tabId }).catch(() => null)) ?? [];
