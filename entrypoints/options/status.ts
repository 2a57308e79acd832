import { html, nothing } from 'lit-html';
import type { CaptureStatus } from '../../lib/status.ts';
import type { Text } from '../../lib/text.ts';
import type { Overview } from './view.ts';

/** What holds for every tab now, and what stands in the way of sending. Null: the worker does not answer. */
export function statusView(overview: Overview | null, now: number, text: Text) {
  const [title, detail] = overview
    ? words(overview.status, now, text)
    : [text.say('status_unreachable'), text.say('status_unreachable_detail')];
  return html`
    <section
      class="status"
      data-state=${overview?.status.state ?? 'problem'}
      aria-label=${text.say('options_status_title')}
    >
      <span class="mark"></span>
      <div role="status" id="status" tabindex="-1">
        <h2>${title}</h2>
        <p>${detail}</p>
      </div>
      ${overview && problemsView(overview, now, text)}
    </section>
  `;
}

function words(status: CaptureStatus, now: number, text: Text): [string, string] {
  switch (status.state) {
    case 'recording':
      return [text.say('overview_recording'), text.say('overview_recording_detail')];
    case 'paused':
      return [text.say('status_paused', text.moment(status.until, now)), text.say('status_paused_detail')];
    case 'off':
      return [text.say(`status_off_${status.reason}`), text.say(`status_off_${status.reason}_detail`)];
    case 'problem':
      return [text.say(`status_problem_${status.reason}`), text.say(`status_problem_${status.reason}_detail`)];
    default:
      return status satisfies never;
  }
}

/** The sentences about the policy come from its reader, in English: they are for whoever wrote it. */
function problemsView({ policyProblems, uploadProblem }: Overview, now: number, text: Text) {
  return html`
    ${
      uploadProblem
        ? html`<p class="warning">
            ${text.say(`upload_${uploadProblem.reason}`, text.moment(uploadProblem.since, now))}
          </p>`
        : nothing
    }
    ${
      policyProblems.length > 0
        ? html`
            <h3>${text.say('policy_problems_title')}</h3>
            <ul class="lines" lang="en">
              ${policyProblems.map(({ key, detail }) => html`<li>${key && html`<code>${key}</code><br />`}${detail}</li>`)}
            </ul>
          `
        : nothing
    }
  `;
}
