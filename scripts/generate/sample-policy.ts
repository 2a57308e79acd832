import type { Policy } from '../../lib/policy.ts';

/** A complete policy to start from. Its names end in `.example`, and nobody has the private half of its key. */
const SAMPLE: Policy = {
  policyVersion: 'example: replace every value below, then name your own version here',
  sites: [
    {
      match: 'https://tickets.example/*',
      redaction: 'standard',
      urlParameters: ['view', 'sort'],
      vocabulary: ['Assignee', 'Add to sprint'],
    },
    { match: 'https://*.test.example/*', redaction: 'open', urlParameters: [], vocabulary: [] },
  ],
  withhold: { patterns: ['EMP-\\d{4,8}'], words: ['Example Customer Ltd'] },
  deny: ['https://tickets.example/admin/*'],
  collector: { url: 'https://collector.example', enrolmentToken: 'example-enrolment-token' },
  organisation: {
    name: 'Example Ltd',
    publicKeys: ['age1vuptvye54gmd7575xmju6reex0htd6lmehgg6hlqp6kv8rgdquvsqdcj96'],
  },
  notice: {
    version: '1',
    mode: 'acknowledge',
    purpose: 'To learn how tickets are handled, so that an assistant can take over the routine part.',
    contact: 'Data protection, privacy@example',
    links: [{ label: 'Privacy notice', url: 'https://intranet.example/privacy' }],
  },
  schedule: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '18:00' },
  budgets: { uploadBytesPerDay: 200_000_000, diskBytes: 1_000_000_000 },
  retention: { uploadedDays: 7, unsentDays: 14 },
  upload: { holdMinutes: 60 },
  screenshots: { onAction: false, everySeconds: 0 },
  pointerPath: false,
};

/** `enterprise/policy.sample.json`. */
export function samplePolicy(): string {
  return `${JSON.stringify(SAMPLE, null, 2)}\n`;
}
