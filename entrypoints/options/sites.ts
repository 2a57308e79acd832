import { html, nothing } from 'lit-html';
import type { MonitoredSite } from '../../lib/policy.ts';
import type { Text } from '../../lib/text.ts';

/** The monitored sites, each with how much of its text is kept. */
export function sitesView(sites: readonly MonitoredSite[], text: Text) {
  return html`
    <section aria-labelledby="sites">
      <h2 id="sites">${text.say('sites_title')}</h2>
      <p class="soft">${text.say('sites_intro')}</p>
      <ul class="sites">
        ${sites.map(
          ({ match, redaction, urlParameters }) => html`
            <li>
              <code>${match}</code>
              <p>${text.say(`redaction_${redaction}`)}</p>
              ${
                urlParameters.length > 0
                  ? html`<p class="soft">${text.say('sites_parameters', text.list(urlParameters))}</p>`
                  : nothing
              }
            </li>
          `,
        )}
      </ul>
    </section>
  `;
}

/** Pages that are never recorded: the organisation's own list, and the one that no policy can shorten. */
export function deniedView(deny: readonly string[] | null, builtInDeny: readonly string[], text: Text) {
  return html`
    <section aria-labelledby="denied">
      <h2 id="denied">${text.say('deny_title')}</h2>
      <p class="soft">${text.say('deny_intro')}</p>
      ${deny && (deny.length > 0 ? patternsView(deny) : html`<p>${text.say('deny_policy_none')}</p>`)}
      <details>
        <summary>${text.say('deny_built_in', text.number(builtInDeny.length))}</summary>
        ${patternsView(builtInDeny)}
      </details>
    </section>
  `;
}

function patternsView(patterns: readonly string[]) {
  return html`<ul class="patterns">
    ${patterns.map((pattern) => html`<li><code>${pattern}</code></li>`)}
  </ul>`;
}
