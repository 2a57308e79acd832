import { html } from 'lit-html';
import type { Text } from '../../lib/text.ts';
import type { Overview } from './view.ts';

/** Where recorded work goes, how long it stays, and how much of the device it uses. */
export function dataView({ policy, diskBytes, unsentEpisodes }: Overview, text: Text) {
  return html`
    <section aria-labelledby="data">
      <h2 id="data">${text.say('data_title')}</h2>
      <dl>
        ${policy && policyRows(policy, text)}
        <div>
          <dt>${text.say('data_disk')}</dt>
          <dd>
            ${
              policy
                ? html`
                    ${text.say('data_disk_text', text.bytes(diskBytes), text.bytes(policy.budgets.diskBytes))}
                    <meter
                      max=${policy.budgets.diskBytes}
                      .value=${diskBytes}
                      aria-label=${text.say('data_disk')}
                    ></meter>
                  `
                : text.say('data_disk_plain', text.bytes(diskBytes))
            }
          </dd>
        </div>
        <div>
          <dt>${text.say('queue_title')}</dt>
          <dd>${unsentEpisodes > 0 ? text.count('queue', unsentEpisodes) : text.say('queue_empty')}</dd>
        </div>
      </dl>
    </section>
  `;
}

function policyRows(policy: NonNullable<Overview['policy']>, text: Text) {
  const { holdMinutes } = policy.upload;
  const { uploadedDays, unsentDays } = policy.retention;
  return html`
    ${row(text.say('data_sealed'), text.say('data_sealed_text', policy.organisation.name))}
    ${row(text.say('data_collector'), html`<code>${policy.collectorHost}</code>`)}
    ${row(
      text.say('data_hold'),
      holdMinutes > 0 ? text.say('data_hold_time', text.minutes(holdMinutes)) : text.say('data_hold_none'),
    )}
    ${row(
      text.say('data_uploaded'),
      uploadedDays > 0 ? text.say('data_uploaded_days', text.days(uploadedDays)) : text.say('data_uploaded_none'),
    )}
    ${row(text.say('data_unsent'), text.say('data_unsent_days', text.days(unsentDays)))}
    ${row(text.say('data_day_budget'), text.say('data_day_budget_text', text.bytes(policy.budgets.uploadBytesPerDay)))}
  `;
}

function row(name: string, value: unknown) {
  return html`
    <div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>
  `;
}
