import { record } from '@rrweb/record';

/** Where in a page something was seen when nothing was redacted. */
export type PageWay =
  'rrweb' | 'markup' | 'fields' | 'style sheets' | 'address' | 'title' | 'storage' | 'changes' | 'keys' | 'calls';

declare global {
  interface Window {
    /** Hands what was seen to the test. */
    hear(way: PageWay, text: string): void;
    /** Everything that the document holds now. */
    account?(): Promise<void>;
  }
}

// Pages replace built-ins, and elements lie: what is asked here is what the browser had.
const getter = (of: object, name: string): ((this: unknown) => unknown) =>
  Object.getOwnPropertyDescriptor(of, name)?.get ?? (() => undefined);
const outerHtml = getter(Element.prototype, 'outerHTML');
const shadowHtml = getter(ShadowRoot.prototype, 'innerHTML');
const valueOfInput = getter(HTMLInputElement.prototype, 'value');
const textOf = (value: unknown): string => (typeof value === 'string' ? value : (stringify(value) ?? String(value)));
const { stringify } = JSON;
const heard = new Set<string>();
/** Each text once: pages say the same again and again. */
function hear(way: PageWay, value: unknown): void {
  const text = textOf(value);
  const key = `${way} ${text}`;
  if (heard.has(key)) return;
  heard.add(key);
  window.hear(way, text);
}
const roots: ShadowRoot[] = [];
const Observer = MutationObserver;

/** What passes by: every node and value that a change brought. */
function watch(root: Node): void {
  const observer = new Observer((changes) => {
    for (const { target, addedNodes, attributeName } of changes) {
      for (const node of addedNodes) hear('changes', node instanceof Element ? outerHtml.call(node) : node.nodeValue);
      if (attributeName !== null) hear('changes', outerHtml.call(target));
      else if (addedNodes.length === 0) hear('changes', target.nodeValue);
    }
  });
  observer.observe(root, { attributes: true, childList: true, characterData: true, subtree: true });
}

/** Tells of a function of the page's world what it is called with. */
function listen(to: object, name: string): void {
  const original: unknown = Reflect.get(to, name);
  if (typeof original !== 'function') return;
  const listening = new Proxy(original, {
    apply(target, self, args: unknown[]) {
      hear('calls', args.map(argument));
      const result: unknown = Reflect.apply(target as () => unknown, self, args);
      if (name === 'attachShadow' && result instanceof ShadowRoot) {
        roots.push(result);
        watch(result);
      }
      if (name === 'open' && result !== null && typeof result === 'object' && 'document' in result)
        watch((result as Window).document);
      return result;
    },
    construct(target, args: unknown[]) {
      hear('calls', args.map(argument));
      return Reflect.construct(target, args) as object;
    },
  });
  Reflect.set(to, name, listening);
}

const argument = (value: unknown): unknown => {
  if (value instanceof CustomEvent) return textOf(value.detail);
  if (value instanceof CompositionEvent) return value.data;
  if (value instanceof Error) return String(value);
  return value instanceof Node || value instanceof Event ? '' : value;
};

window.account = async () => {
  hear('address', [location.href, document.baseURI, document.referrer]);
  hear('title', document.title);
  hear('markup', [document.doctype?.publicId, document.doctype?.systemId]);
  hear('markup', outerHtml.call(document.documentElement));
  const every = [document, ...roots].flatMap((root) => [...root.querySelectorAll('*')]);
  for (const element of every) if (element.shadowRoot) roots.push(element.shadowRoot);
  for (const root of roots) hear('markup', shadowHtml.call(root));
  for (const element of every) {
    if (element instanceof HTMLInputElement) hear('fields', valueOfInput.call(element));
    else if ('value' in element) hear('fields', element.value);
    for (const name of ['textContent', 'attributes'] as const) {
      try {
        void element[name];
      } catch (error) {
        hear('calls', String(error));
      }
    }
  }
  for (const sheet of [document, ...roots].flatMap((root) => [...root.styleSheets, ...root.adoptedStyleSheets]))
    for (const { cssText } of sheet.cssRules) hear('style sheets', cssText);
  hear(
    'style sheets',
    [...document.fonts].map(({ family }) => family),
  );
  // Frames that are walled off have none.
  if (origin === 'null') return;
  hear('storage', [window.name, document.cookie, { ...localStorage }, { ...sessionStorage }]);
  hear('storage', [await indexedDB.databases(), await caches.keys()]);
};

if (location.pathname !== '/grid') {
  watch(document);
  for (const name of ['alert', 'confirm', 'prompt', 'open', 'postMessage', 'fetch', 'FontFace', 'Notification'])
    listen(window, name);
  for (const name of ['WebSocket', 'EventSource', 'Worker', 'BroadcastChannel', 'MediaMetadata', 'VTTCue'])
    listen(window, name);
  listen(BroadcastChannel.prototype, 'postMessage');
  listen(performance, 'mark');
  listen(CSS.highlights, 'set');
  listen(Element.prototype, 'animate');
  listen(navigator, 'sendBeacon');
  listen(Worklet.prototype, 'addModule');
  listen(Clipboard.prototype, 'writeText');
  listen(DataTransfer.prototype, 'setData');
  listen(HTMLMediaElement.prototype, 'addTextTrack');
  listen(HTMLInputElement.prototype, 'setCustomValidity');
  listen(ElementInternals.prototype, 'setFormValue');
  listen(ElementInternals.prototype, 'setValidity');
  listen(CustomStateSet.prototype, 'add');
  listen(history, 'pushState');
  listen(history, 'replaceState');
  listen(EventTarget.prototype, 'dispatchEvent');
  listen(Element.prototype, 'attachShadow');
  for (const name of ['fillText', 'strokeText']) listen(CanvasRenderingContext2D.prototype, name);
  for (const name of ['log', 'info', 'warn', 'error', 'debug']) listen(console, name);
  addEventListener('error', ({ message }) => hear('calls', message), true);
  let pressed = '';
  addEventListener('keydown', ({ key }) => hear('keys', (pressed += key.length === 1 ? key : ' ')), true);
  // What is in frames without an address, rrweb tells from outside.
  if (location.protocol === 'http:')
    addEventListener('DOMContentLoaded', () => {
      record({ emit: (event) => hear('rrweb', event), collectFonts: true, recordCanvas: true, inlineImages: true });
    });
}
