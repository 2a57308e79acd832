import { html, nothing } from 'lit-html';
import type { Text } from '../../lib/text.ts';
import type { Overview } from './view.ts';

/** Versions: what to quote when asking for help. */
export function aboutView({ policy, version, isTestBuild }: Overview, text: Text) {
  return html`
    <section aria-labelledby="about">
      <h2 id="about">${text.say('about_title')}</h2>
      <dl>
        <div>
          <dt>${text.say('about_version')}</dt>
          <dd>
            ${version} ${isTestBuild ? html`<strong class="badge">${text.say('about_test_build')}</strong>` : nothing}
          </dd>
        </div>
        ${
          policy &&
          html`
            <div>
              <dt>${text.say('about_policy')}</dt>
              <dd>${policy.policyVersion}</dd>
            </div>
            <div>
              <dt>${text.say('about_notice')}</dt>
              <dd>${policy.notice.version}</dd>
            </div>
          `
        }
      </dl>
    </section>
  `;
}
