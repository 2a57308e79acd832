import { html, nothing } from 'lit-html';
import type { Reply } from '../../lib/messages.ts';
import type { Text } from '../../lib/text.ts';
import { aboutView } from './about.ts';
import { dataView } from './data.ts';
import { answeredNoticeView, openNoticeView } from './notice.ts';
import { recordedView } from './recorded.ts';
import { scheduleView } from './schedule.ts';
import { deniedView, sitesView } from './sites.ts';
import { statusView } from './status.ts';
import { uploadsView } from './uploads.ts';

export type Overview = Reply<'getOverview'>;

export interface OptionsState {
  /** What the worker says; null before it has. */
  readonly overview: Overview | 'unreachable' | null;
  /** The person's answer to the notice could not be kept. */
  readonly failed: boolean;
  /** Epoch ms. */
  readonly now: number;
}

/** Keeps the person's answer to the notice. */
export type Answer = (noticeHash: string, accepted: boolean) => Promise<void>;

/** The whole page. The notice comes first until it is answered. */
export function optionsView({ overview, failed, now }: OptionsState, text: Text, answer: Answer) {
  if (overview === null) return nothing;
  if (overview === 'unreachable') return pageView(null, statusView(null, now, text), text);
  const { policy, noticeHash } = overview;
  const isAnswered = noticeHash !== null && overview.answer?.noticeHash === noticeHash;
  const content = html`
    <p class="failed" role="alert">${failed ? text.say('action_failed') : nothing}</p>
    ${policy && noticeHash && !isAnswered ? openNoticeView(policy, noticeHash, overview.answer !== null, text, answer) : nothing}
    ${statusView(overview, now, text)}
    ${policy && html`${sitesView(policy.sites, text)} ${recordedView(policy, text)} ${scheduleView(policy.schedule, text)}`}
    ${deniedView(policy?.deny ?? null, overview.builtInDeny, text)}
    ${policy && isAnswered ? answeredNoticeView(policy, overview.answer, text, answer) : nothing}
    ${dataView(overview, text)} ${uploadsView(overview.uploads, now, text)} ${aboutView(overview, text)}
  `;
  return pageView(policy?.organisation.name ?? null, content, text);
}

function pageView(organisation: string | null, content: unknown, text: Text) {
  return html`
    <header>
      <img src="/icon/icon.svg" width="40" height="40" alt="" />
      <div>
        <h1>${text.say('options_title')}</h1>
        <p class="soft">${organisation ?? text.say('description')}</p>
      </div>
    </header>
    <main>${content}</main>
  `;
}
