import { onDialog } from '../dialog-port.ts';
import type { Observation } from '../observing.ts';
import { asksForSecret, SECRET } from '../secret-fields.ts';
import { rememberSecret } from '../withhold.ts';
import type { Tools } from './tools.ts';

/** The browser's own dialogs, with what they were answered. */
export function trackDialog({ signal, observer, addTyped }: Tools): void {
  let open: { readonly observation: Observation; readonly message: string } | null = null;
  onDialog((news) => {
    if (signal.aborted) return;
    if ('message' in news) {
      open = { observation: observer.observe(new Event('dialog')), message: news.message };
      return;
    }
    const { kind, answer } = news;
    const asked = open;
    open = null;
    if (!asked) return;
    const { observation, message } = asked;
    const value = typeof answer === 'string' ? withheldIf(asksForSecret(message), answer) : null;
    if (value) addTyped(value);
    const accepted = kind === 'alert' || (kind === 'prompt' ? value !== null : answer === true);
    observer.act(observation, { type: 'dialog', kind, message, accepted, value });
  });
}

function withheldIf(isSecret: boolean, answer: string): string {
  if (!isSecret || answer === '') return answer;
  rememberSecret(answer);
  return SECRET;
}
