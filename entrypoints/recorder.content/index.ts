import { defineContentScript } from 'wxt/utils/define-content-script';
import type { PageAnswer, PageQuestion, RecorderCommand } from '../../lib/messages.ts';
import { createSender } from '../../lib/sender.ts';
import { meetDialogs } from './dialog-port.ts';
import { extensionRuntime } from '../../page/extension-runtime.ts';
import { learnSecrets } from './field-values.ts';
import { beginLives } from './lives.ts';
import { secretPrints, withholdText } from './withhold.ts';

/** Set in the isolated world of this extension: a second injection into the same document changes nothing. */
const GUARD = Symbol.for('showhow recorder');

/**
 * The recorder: one in every frame of a monitored site. The worker registers it, for the isolated world. `world` only
 * tells WXT to leave out its own wrapper, which would announce the extension to the page with an event and a message.
 */
export default defineContentScript({
  registration: 'runtime',
  world: 'MAIN',
  matches: ['<all_urls>'],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  main() {
    if (Reflect.get(globalThis, GUARD)) return;
    Reflect.set(globalThis, GUARD, true);
    const page = new AbortController();
    meetDialogs(page.signal);
    const { sendMessage, onMessage } = extensionRuntime();
    const send = createSender((message) => sendMessage(message));
    const obey = beginLives(send, page);
    onMessage.addListener((message: unknown, _sender, answer) => {
      const { command, url = '' } = message as Partial<RecorderCommand & PageQuestion>;
      if (!command) learnSecrets();
      else if (!page.signal.aborted) obey(command);
      answer({ url: withholdText(url), secrets: secretPrints() } satisfies PageAnswer);
      return true;
    });
  },
});
