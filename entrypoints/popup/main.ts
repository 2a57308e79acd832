import { render } from 'lit-html';
import { browser } from 'wxt/browser';
import type { MessageName, Request } from '../../lib/messages.ts';
import { createSender } from '../../lib/sender.ts';
import { createText } from '../../lib/text.ts';
import { popupView, type PopupState } from './view.ts';

/** How often an open popup asks again, in milliseconds: as fast as a clock would tick. */
const REFRESH_MS = 1000;

const text = createText(browser.i18n.getMessage, browser.i18n.getUILanguage());
const send = createSender((message) => browser.runtime.sendMessage(message));
let state: PopupState = { reply: null, said: null, now: Date.now() };

function show(change: Partial<PopupState>): void {
  state = { ...state, ...change, now: Date.now() };
  const hadFocus = document.activeElement !== document.body;
  render(popupView(state, text, act), document.body);
  // A button that did its work may be gone: whoever uses the keyboard goes on at the one that took its place.
  if (hadFocus && document.activeElement === document.body)
    document.querySelector<HTMLElement>('main button, main a')?.focus();
}

async function refresh(): Promise<void> {
  try {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    show({ reply: await send('getStatus', { tab: tab?.id ?? null }) });
  } catch (error) {
    // The worker may be starting, or be replaced by an update: say so, and ask again.
    console.warn('Showhow: the worker gave no status.', error);
    show({ reply: 'unreachable' });
  }
}

async function act<N extends MessageName>(name: N, request: Request<N>, said: PopupState['said']): Promise<void> {
  try {
    await send(name, request);
    show({ said });
  } catch (error) {
    console.warn(`Showhow: the worker refused “${name}”.`, error);
    show({ said: 'action_failed' });
  }
  await refresh();
}

document.documentElement.lang = text.language;
await refresh();
setInterval(refresh, REFRESH_MS);
