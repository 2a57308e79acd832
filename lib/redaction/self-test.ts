import type { MonitoredSite, Policy, RedactionLevel } from '../policy.ts';
import { canariesIn, createCanaries } from './canaries.ts';
import { emptyMemory } from './memory.ts';
import type { redactBatch } from './redact-batch.ts';
import { redactionRules } from './redaction-rules.ts';

/** Stands for a redactor that gave up, instead of a channel. */
const FAILED = 'failed';

const LEVELS: readonly RedactionLevel[] = ['strict', 'standard', 'open'];

/**
 * Sends canaries through a redactor, in every channel and at each level that the policy uses.
 * @returns the channels in which one got out; empty when the redactor can be trusted.
 */
export function selfTest(redact: typeof redactBatch, policy: Policy): string[] {
  const used = LEVELS.flatMap((level) => policy.sites.find(({ redaction }) => redaction === level) ?? []);
  return [...new Set(used.flatMap((site) => leaksAt(site, redact, policy)))].sort();
}

function leaksAt(site: MonitoredSite, redact: typeof redactBatch, policy: Policy): string[] {
  try {
    const context = { ...redactionRules(site, policy), memory: emptyMemory() };
    const { content, ledger, failures } = redact(createCanaries(), context);
    return [...(failures > 0 ? [FAILED] : []), ...canariesIn(JSON.stringify([content, ledger]), site.redaction)];
  } catch {
    // What went wrong may quote a page.
    return [FAILED];
  }
}
