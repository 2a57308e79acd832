/**
 * Hears what the script in the page's world says of a dialog. `what` is `opens`, with its message as `text`, or the type
 * of what it was answered, with the answer.
 */
export type DialogListener = (kind: DialogKind, what: string, text: string) => void;

type DialogKind = 'alert' | 'confirm' | 'prompt';

/** What the script in the page's world says when it starts, right after this one. */
const OFFER = 'showhow-dialogs';

/** Longest message or answer that is taken, in characters. */
const MAX_LENGTH = 20_000;

let tell: DialogListener | null = null;

/** Meets the script in the page's world. Call it as soon as the script runs; later there is nobody to meet. */
export function meetDialogs(signal: AbortSignal): void {
  const meet = (event: Event) => {
    const port = event instanceof MessageEvent ? event.ports[0] : undefined;
    const hear = (news: Event) => {
      const said: unknown = (news as CustomEvent).detail;
      // Pages may say anything.
      if (typeof said !== 'string' || said.length > MAX_LENGTH) return;
      const parts = /^(alert|confirm|prompt) (\w+) (.*)$/s.exec(said);
      if (parts) tell?.(...(parts.slice(1) as [DialogKind, string, string]));
    };
    port?.addEventListener('dialog', hear, { signal });
  };
  window.addEventListener(OFFER, meet, { once: true, signal });
}

/** Who is told of dialogs from now on. */
export function onDialog(listener: DialogListener): void {
  tell = listener;
}
