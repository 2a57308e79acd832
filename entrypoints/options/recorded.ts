import { html } from 'lit-html';
import type { MonitoredSite, Policy } from '../../lib/policy.ts';
import { wantsScreenshots } from '../../lib/wants-screenshots.ts';
import type { Text } from '../../lib/text.ts';

const recordedOn = (sites: readonly MonitoredSite[]) =>
  [
    'recorded_page',
    'recorded_actions',
    sites.some(({ redaction }) => redaction === 'open') ? 'recorded_fields_open' : 'recorded_fields',
    'recorded_clipboard',
    'recorded_files',
    'recorded_navigation',
    'recorded_times',
    'recorded_device',
  ] as const;

const NOT_RECORDED = [
  'not_recorded_passwords',
  'not_recorded_keystrokes',
  'not_recorded_clipboard',
  'not_recorded_screenshots',
  'not_recorded_elsewhere',
  'not_recorded_scores',
] as const;

type ShownPolicy = Pick<Policy, 'sites' | 'screenshots' | 'pointerPath'>;

/** What is and what is not recorded on these sites, in plain words. */
export function recordedView({ sites, screenshots, pointerPath }: ShownPolicy, text: Text) {
  const { onAction, everySeconds } = screenshots;
  const extras = [
    ...(pointerPath ? [text.say('recorded_pointer_path')] : []),
    ...(onAction ? [text.say('recorded_screenshots_action')] : []),
    ...(everySeconds > 0 ? [text.say('recorded_screenshots_time', text.number(everySeconds))] : []),
  ];
  const never = NOT_RECORDED.map((key) =>
    key === 'not_recorded_screenshots' && wantsScreenshots(screenshots) ? 'not_recorded_media' : key,
  );
  return html`
    <div class="pair">
      <section aria-labelledby="recorded">
        <h2 id="recorded">${text.say('recorded_title')}</h2>
        <ul class="lines">
          ${[...recordedOn(sites).map((key) => text.say(key)), ...extras].map((line) => html`<li>${line}</li>`)}
        </ul>
      </section>
      <section aria-labelledby="not-recorded">
        <h2 id="not-recorded">${text.say('not_recorded_title')}</h2>
        <ul class="lines never">
          ${never.map((key) => html`<li>${text.say(key)}</li>`)}
        </ul>
      </section>
    </div>
  `;
}
