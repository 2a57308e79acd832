import type { Policy } from '../../lib/policy.ts';

/** What the policy of a test depends on. */
interface Surroundings {
  /** Origin of the site to record. */
  readonly origin: string;
  readonly collector: Policy['collector'];
  readonly organisation: { readonly name: string; readonly publicKey: string };
}

/** A complete and valid policy: everything on `origin` is recorded, at all hours, and sent at once. */
export function policyFor({ origin, collector, organisation }: Surroundings): Policy {
  return {
    policyVersion: 'test-1',
    sites: [{ match: `${origin}/*`, redaction: 'standard', urlParameters: [], vocabulary: [] }],
    withhold: { patterns: [], words: [] },
    deny: [],
    collector,
    organisation: { name: organisation.name, publicKeys: [organisation.publicKey] },
    notice: {
      version: '1',
      mode: 'acknowledge',
      purpose: 'To teach an assistant the routine parts of our work.',
      contact: 'Works council, council@example.com',
      links: [{ label: 'Privacy notice', url: 'https://intranet.example.com/privacy' }],
    },
    schedule: { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00', to: '24:00' },
    budgets: { uploadBytesPerDay: 500_000_000, diskBytes: 500_000_000 },
    retention: { uploadedDays: 7, unsentDays: 30 },
    upload: { holdMinutes: 0 },
    screenshots: { onAction: false, everySeconds: 0 },
    pointerPath: false,
  };
}
