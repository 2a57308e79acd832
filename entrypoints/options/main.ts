import { render } from 'lit-html';
import { browser } from 'wxt/browser';
import { createSender } from '../../lib/sender.ts';
import { createText } from '../../lib/text.ts';
import { optionsView, type OptionsState } from './view.ts';

/** How often an open page asks again, in milliseconds. */
const REFRESH_MS = 2000;

const text = createText(browser.i18n.getMessage, browser.i18n.getUILanguage());
const send = createSender((message) => browser.runtime.sendMessage(message));
let state: OptionsState = { overview: null, failed: false, now: Date.now() };

function show(change: Partial<OptionsState>): void {
  state = { ...state, ...change, now: Date.now() };
  const hadFocus = document.activeElement !== document.body;
  render(optionsView(state, text, answer), document.body);
  // The button that answered is gone: go on at what the answer has changed.
  if (hadFocus && document.activeElement === document.body) document.querySelector<HTMLElement>('#status')?.focus();
}

async function refresh(): Promise<void> {
  try {
    show({ overview: await send('getOverview', {}) });
  } catch (error) {
    // The worker may be starting, or be replaced by an update: say so, and ask again.
    console.warn('Showhow: the worker gave no overview.', error);
    show({ overview: 'unreachable' });
  }
}

async function answer(noticeHash: string, accepted: boolean): Promise<void> {
  try {
    await send('answerNotice', { noticeHash, accepted });
    show({ failed: false });
  } catch (error) {
    console.warn('Showhow: the worker refused the answer to the notice.', error);
    show({ failed: true });
  }
  await refresh();
}

document.documentElement.lang = text.language;
document.title = text.say('options_title');
await refresh();
setInterval(refresh, REFRESH_MS);
