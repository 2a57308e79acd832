/** What the script in the page's world says of a dialog: when it opens, and when it has been answered. */
export type DialogNews =
  | { readonly kind: DialogKind; readonly message: string }
  | { readonly kind: DialogKind; readonly answer: string | boolean | null };

type DialogKind = 'alert' | 'confirm' | 'prompt';

/** What the script in the page's world says when it starts, right after this one. */
const OFFER = 'showhow-dialogs';

/** Longest message or answer that is taken, in characters. */
const MAX_LENGTH = 20_000;

let tell: ((news: DialogNews) => void) | null = null;

/** Meets the script in the page's world. Call it as soon as the script runs; later there is nobody to meet. */
export function meetDialogs(signal: AbortSignal): void {
  const meet = (event: Event) => {
    const port = event instanceof MessageEvent ? event.ports[0] : undefined;
    const hear = (said: Event) => {
      const news = newsOf((said as CustomEvent).detail);
      if (news) tell?.(news);
    };
    port?.addEventListener('dialog', hear, { signal });
  };
  window.addEventListener(OFFER, meet, { once: true, signal });
}

/** Who is told of dialogs from now on. */
export function onDialog(listener: typeof tell): void {
  tell = listener;
}

/** Pages may say anything. */
function newsOf(said: unknown): DialogNews | null {
  if (typeof said !== 'string' || said.length > MAX_LENGTH) return null;
  const [, kind, what, text = ''] =
    /^(alert|confirm|prompt) (opens|undefined|boolean|string|object) (.*)$/s.exec(said) ?? [];
  if (kind !== 'alert' && kind !== 'confirm' && kind !== 'prompt') return null;
  if (what === 'opens') return { kind, message: text };
  return { kind, answer: what === 'string' ? text : what === 'boolean' ? text === 'true' : null };
}
