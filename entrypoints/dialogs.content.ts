import { defineContentScript } from 'wxt/utils/define-content-script';

/**
 * Tells the recorder of the browser's own dialogs, from within the page, since a page calls them as functions. Runs before
 * the page's code, keeps what it needs of the language to itself, and leaves nothing behind but the three functions, whose
 * source still reads as native. What it says is as little to be trusted as the page itself.
 */
export default defineContentScript({
  registration: 'runtime',
  world: 'MAIN',
  matches: ['<all_urls>'],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  main() {
    // A document that a script of the page has made is its own from the start: it would see us come.
    if (!location.protocol.startsWith('http')) return;
    const { apply } = Reflect;
    const { dispatchEvent } = EventTarget.prototype;
    const { slice } = String.prototype;
    const NewEvent = CustomEvent;
    const text = String;
    // Both worlds have the same port, each with properties of its own: events on it are seen by nobody else.
    const { port1: port } = new MessageChannel();

    window.dispatchEvent(new MessageEvent(OFFER, { ports: [port] }));

    // Plain text only: whatever is an object here, a page can have prepared.
    const tell = (news: string) => {
      apply(dispatchEvent, port, [new NewEvent('dialog', { detail: news })]);
    };
    for (const kind of ['alert', 'confirm', 'prompt'] as const) {
      const property = Object.getOwnPropertyDescriptor(window, kind);
      const native: unknown = property?.value;
      if (typeof native !== 'function') continue;
      const value: unknown = new Proxy(native, {
        apply(target, self, given: unknown[]) {
          const message = given.length > 0 ? given[0] : '';
          const isPlain = typeof message !== 'object' && typeof message !== 'function' && typeof message !== 'symbol';
          tell(`${kind} opens ${isPlain ? (apply(slice, text(message), [0, 1000]) as string) : ''}`);
          const answer: unknown = apply(target as () => unknown, self, given);
          tell(`${kind} ${typeof answer} ${typeof answer === 'object' ? '' : text(answer)}`);
          return answer;
        },
      });
      Object.defineProperty(window, kind, { ...property, value });
    }
  },
});

/** The recorder, which the browser has started before, hears this. Nobody else can hear anything yet. */
const OFFER = 'showhow-dialogs';
