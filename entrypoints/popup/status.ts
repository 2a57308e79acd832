import { html, nothing } from 'lit-html';
import type { Reply } from '../../lib/messages.ts';
import type { CaptureStatus } from '../../lib/status.ts';
import type { Text } from '../../lib/text.ts';

type StatusReply = Reply<'getStatus'>;

/** What is happening on this page, and why: first in one sentence, then with the facts behind it. */
export function statusView(reply: StatusReply | null, now: number, text: Text) {
  const [title, detail] = reply ? words(reply.status, reply.organisation ?? '', now, text) : unreachable(text);
  return html`
    <section class="status" data-state=${reply?.status.state ?? 'problem'}>
      <span class="mark"></span>
      <div role="status">
        <h1>${title}</h1>
        <p>${detail}</p>
      </div>
      ${reply && factsView(reply, text)}
    </section>
  `;
}

function words(status: CaptureStatus, organisation: string, now: number, text: Text): [string, string] {
  switch (status.state) {
    case 'recording':
      return [text.say('status_recording'), text.say('status_recording_detail', organisation)];
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

function unreachable(text: Text): [string, string] {
  return [text.say('status_unreachable'), text.say('status_unreachable_detail')];
}

function factsView({ status, framesNotCovered, policyProblems }: StatusReply, text: Text) {
  if (status.state === 'off' && (status.reason === 'notice' || status.reason === 'declined')) {
    const look = status.reason === 'notice' ? 'button primary' : 'button';
    return html`<p><a class=${look} href="/options.html" target="_blank">${text.say('read_notice')}</a></p>`;
  }
  if (policyProblems.length > 0) return problemsView(policyProblems, text);
  if (status.state !== 'recording') return nothing;
  return html`
    <div class="facts">
      <p><span class="soft">${text.say('rule_label')}</span> <code>${status.siteRule}</code></p>
      ${framesNotCovered > 0 ? html`<p>${text.count('frames_not_covered', framesNotCovered)}</p>` : nothing}
    </div>
  `;
}

/** The sentences come from the policy's reader, in English: they are for whoever wrote the policy. */
function problemsView(problems: StatusReply['policyProblems'], text: Text) {
  return html`
    <details class="facts">
      <summary>${text.say('policy_problems_title')}</summary>
      <ul class="problems" lang="en">
        ${problems.map(({ key, detail }) => html`<li>${key && html`<code>${key}</code><br />`}${detail}</li>`)}
      </ul>
    </details>
  `;
}
