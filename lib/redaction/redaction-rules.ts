import type { MonitoredSite, Policy } from '../policy.ts';
import type { RedactionContext } from './redact-batch.ts';

/** What a policy has redaction of a site go by. */
export function redactionRules(site: MonitoredSite, { sites, withhold }: Policy): Omit<RedactionContext, 'memory'> {
  const { redaction: level, urlParameters, vocabulary } = site;
  return { level, urlParameters, vocabulary, withhold, sites: sites.map(({ match }) => match) };
}
