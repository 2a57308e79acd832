import { html, nothing } from 'lit-html';
import type { CaptureStatus } from '../../lib/status.ts';
import type { Reply } from '../../lib/messages.ts';
import type { Text } from '../../lib/text.ts';
import { taskView } from './task.ts';
import type { Act } from './view.ts';

const LENGTHS = ['15min', '1h', 'day'] as const;

/** What the person can do about it: pause, resume, and say that a task is done. */
export function controlsView({ status, task }: Reply<'getStatus'>, text: Text, act: Act) {
  if (status.state === 'paused') {
    return html`
      <div class="controls">
        <button class="primary" @click=${() => act('resume', {}, null)}>${text.say('resume')}</button>
      </div>
    `;
  }
  if (!canPause(status)) return nothing;
  return html`
    <section class="controls">
      <div role="group" aria-labelledby="pause">
        <h2 id="pause">${text.say('pause_title')}</h2>
        <div class="lengths">
          ${LENGTHS.map(
            (length) =>
              html`<button @click=${() => act('pause', { length }, null)}>${text.say(`pause_${length}`)}</button>`,
          )}
        </div>
      </div>
      ${status.state === 'problem' ? nothing : taskView(task, text, act)}
    </section>
  `;
}

/** Where another tab may be recorded, pausing makes sense too. */
function canPause(status: CaptureStatus): boolean {
  if (status.state === 'off') return status.reason === 'not_monitored';
  return true;
}
