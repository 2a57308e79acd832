import type { Policy } from '../../lib/policy.ts';

interface Surroundings {
  /** Origin of the ticket desk. */
  readonly origin: string;
  readonly collector: Policy['collector'];
  /** age recipient. */
  readonly publicKey: string;
}

/** The policy of the demonstration: the ticket desk is recorded, at all hours, and sent as soon as a task is done. */
export function demoPolicy({ origin, collector, publicKey }: Surroundings): Policy {
  return {
    policyVersion: 'demonstration',
    sites: [{ match: `${origin}/*`, redaction: 'standard', urlParameters: [], vocabulary: [] }],
    withhold: { patterns: [], words: [] },
    deny: [`${origin}/admin/*`],
    collector,
    organisation: { name: 'Example Works', publicKeys: [publicKey] },
    notice: {
      version: '1',
      mode: 'acknowledge',
      purpose: 'To learn how tickets are handled, so that an assistant can take over the routine part.',
      contact: 'Works council, council@example.com',
      links: [],
    },
    schedule: { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00', to: '23:59' },
    budgets: { uploadBytesPerDay: 500_000_000, diskBytes: 500_000_000 },
    retention: { uploadedDays: 1, unsentDays: 30 },
    upload: { holdMinutes: 0 },
    screenshots: { onAction: false, everySeconds: 0 },
    pointerPath: false,
  };
}
