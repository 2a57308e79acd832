import { html, nothing } from 'lit-html';
import { wantsScreenshots } from '../../lib/wants-screenshots.ts';
import type { Text } from '../../lib/text.ts';
import type { Answer, Overview } from './view.ts';

type ShownPolicy = NonNullable<Overview['policy']>;
type Given = Overview['answer'];

/** The notice as it asks for an answer. No answer is given in advance, and both are equally easy. */
export function openNoticeView(
  policy: ShownPolicy,
  noticeHash: string,
  isChanged: boolean,
  text: Text,
  answer: Answer,
) {
  const isOptIn = policy.notice.mode === 'opt-in';
  const hasScreenshots = wantsScreenshots(policy.screenshots);
  return html`
    <section class="notice" aria-labelledby="notice">
      <h2 id="notice">${text.say(isChanged ? 'notice_title_again' : 'notice_title')}</h2>
      <p>${text.say(isOptIn ? 'notice_intro_agree' : 'notice_intro_acknowledge', policy.organisation.name)}</p>
      ${factsView(policy, text)}
      <h3>${text.say('notice_scope')}</h3>
      <ul class="lines">
        <li>${text.say('notice_scope_recorded')}</li>
        ${policy.pointerPath ? html`<li>${text.say('notice_scope_pointer_path')}</li>` : nothing}
        ${hasScreenshots ? html`<li>${text.say('notice_scope_screenshots')}</li>` : nothing}
        <li>${text.say(hasScreenshots ? 'notice_scope_never_but_screenshots' : 'notice_scope_never')}</li>
        <li>${text.say('notice_scope_rights')}</li>
      </ul>
      ${isOptIn ? html`<p>${text.say('notice_voluntary')}</p>` : nothing}
      <div class="answers">
        <button class="primary" @click=${() => answer(noticeHash, true)}>
          ${text.say(isOptIn ? 'notice_agree' : 'notice_acknowledge')}
        </button>
        ${
          isOptIn
            ? html`<button @click=${() => answer(noticeHash, false)}>${text.say('notice_decline')}</button>`
            : nothing
        }
      </div>
    </section>
  `;
}

/** The notice for reading again, with the answer; who was asked for agreement can change it. */
export function answeredNoticeView(policy: ShownPolicy, given: Given, text: Text, answer: Answer) {
  if (!given) return nothing;
  const at = text.dateAndClock(given.at);
  return html`
    <section aria-labelledby="notice">
      <h2 id="notice">${text.say('notice_title_answered')}</h2>
      ${factsView(policy, text)}
      ${
        policy.notice.mode === 'acknowledge'
          ? html`<p>${text.say('notice_acknowledged_at', at)}</p>`
          : html`
              <p>${text.say(given.accepted ? 'notice_agreed_at' : 'notice_declined_at', at)}</p>
              <div class="answers">
                <button @click=${() => answer(given.noticeHash, !given.accepted)}>
                  ${text.say(given.accepted ? 'notice_withdraw' : 'notice_agree')}
                </button>
              </div>
            `
      }
    </section>
  `;
}

function factsView({ organisation, notice }: ShownPolicy, text: Text) {
  return html`
    <dl>
      <div>
        <dt>${text.say('notice_purpose')}</dt>
        <dd class="as-written">${notice.purpose}</dd>
      </div>
      <div>
        <dt>${text.say('notice_organisation')}</dt>
        <dd>${organisation.name}</dd>
      </div>
      <div>
        <dt>${text.say('notice_contact')}</dt>
        <dd class="as-written">${notice.contact}</dd>
      </div>
      ${
        notice.links.length > 0
          ? html`
              <div>
                <dt>${text.say('notice_links')}</dt>
                <dd>${notice.links.map(linkView)}</dd>
              </div>
            `
          : nothing
      }
    </dl>
  `;
}

/** Only web and mail addresses become links: a policy may hold any URL, and this page has the extension's rights. */
function linkView({ label, url }: ShownPolicy['notice']['links'][number]) {
  const isLink = ['https:', 'http:', 'mailto:'].includes(new URL(url).protocol);
  return html`<p>${isLink ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${label}</a>` : label}</p>`;
}
