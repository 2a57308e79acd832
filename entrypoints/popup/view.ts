import { html, nothing } from 'lit-html';
import type { MessageName, Reply, Request } from '../../lib/messages.ts';
import type { MessageKey, Text } from '../../lib/text.ts';
import { controlsView } from './controls.ts';
import { queueView } from './queue.ts';
import { statusView } from './status.ts';

export interface PopupState {
  /** What the worker says; null before it has. */
  readonly reply: Reply<'getStatus'> | 'unreachable' | null;
  /** What came of the person's last click. */
  readonly said: MessageKey | null;
  /** Epoch ms. */
  readonly now: number;
}

/** Asks the worker to do something, and says `said` when it is done. */
export type Act = <N extends MessageName>(name: N, request: Request<N>, said: MessageKey | null) => Promise<void>;

/** The whole popup, as it follows from its state. */
export function popupView({ reply, said, now }: PopupState, text: Text, act: Act) {
  if (reply === null) return nothing;
  const answer = reply === 'unreachable' ? null : reply;
  return html`
    <div class="popup">
      <header>
        <img src="/icon/icon.svg" width="24" height="24" alt="" />
        <strong>${text.say('name')}</strong>
        <span class="soft" title=${answer?.organisation ?? nothing}>${answer?.organisation}</span>
      </header>
      <main>
        ${statusView(answer, now, text)} ${answer && controlsView(answer, text, act)}
        <p class="said" role="status">${said && text.say(said)}</p>
        ${answer && queueView(answer, now, text)}
      </main>
      <footer><a href="/options.html" target="_blank">${text.say('open_options')}</a></footer>
    </div>
  `;
}
