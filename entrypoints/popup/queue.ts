import { html, nothing } from 'lit-html';
import type { Reply } from '../../lib/messages.ts';
import type { Text } from '../../lib/text.ts';

/** What waits to be sent, and what stands in its way. */
export function queueView(
  { unsentEpisodes, uploadProblem, organisation }: Reply<'getStatus'>,
  now: number,
  text: Text,
) {
  if (organisation === null && unsentEpisodes === 0) return nothing;
  return html`
    <section class="queue" aria-label=${text.say('queue_title')}>
      <p class=${unsentEpisodes === 0 ? 'soft' : ''}>
        ${unsentEpisodes === 0 ? text.say('queue_empty') : text.count('queue', unsentEpisodes)}
      </p>
      ${
        uploadProblem
          ? html`<p class="warning">
              ${text.say(`upload_${uploadProblem.reason}`, text.moment(uploadProblem.since, now))}
            </p>`
          : nothing
      }
    </section>
  `;
}
