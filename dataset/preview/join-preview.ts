import { EventType, type RrwebEvent } from '../../lib/capture.ts';
import type { Episode, Observation } from '../../lib/episode.ts';
import { monitoredSite, type MonitoredSite, type Policy } from '../../lib/policy.ts';
import type { RedactionMemory } from '../../lib/redaction/memory.ts';
import { redactBatch } from '../../lib/redaction/redact-batch.ts';
import { redactionRules } from '../../lib/redaction/redaction-rules.ts';
import { sumLedgers } from '../../lib/totals.ts';
import { joinFrames } from '../join-frames.ts';
import type { Preview, PreviewSide } from './preview.ts';

/** Pages that are shown together, in the form in which an episode holds them. */
export type Pages = Pick<Episode, 'documents' | 'streams'>;
export type Shown = Pick<Observation, 'streams'>;

interface Options {
  readonly policy: Policy;
  /** What redaction remembers before. */
  readonly memory: RedactionMemory;
  /** What is shown was redacted before. */
  readonly isAgain: boolean;
}

/** Redacts pages by a policy, as the extension does, and puts each beside what it was. */
export function previewsOf(pages: Pages, shown: readonly Shown[], options: Options): Preview[] {
  const { policy, isAgain } = options;
  let memory = options.memory;
  const sites = pages.documents.map((_, document) => siteOf(pages, document, policy));
  const redacted = pages.streams.map(({ document, events, ...rest }, stream) => {
    const site = sites[document];
    if (!site) return { stream: { ...rest, document, events: [] }, ledger: [] };
    const batch = { recorder: `stream ${stream}`, events, actions: [], gaps: [], typed: [], isLast: false };
    const context = { ...redactionRules(site, policy), memory, isAgain };
    const { content, ledger, memory: next } = redactBatch(batch, context);
    memory = next;
    return { stream: { ...rest, document, events: content.events }, ledger };
  });
  const safe = { ...pages, streams: redacted.map(({ stream }) => stream) };
  return shown.flatMap((page): Preview[] => {
    const before = sideOf(pages, page);
    const root = rootOf(pages, page);
    const site = sites[pages.streams[root]?.document ?? -1];
    if (!before) return [];
    const after = site && sideOf(safe, page);
    const ledger = sumLedgers(page.streams.flatMap(({ stream }) => [redacted[stream]?.ledger ?? []]));
    return [
      {
        ...{ url: addressOf(pages.streams[root]?.events), before, ledger },
        after: after
          ? { ...after, url: addressOf(safe.streams[root]?.events), level: site.redaction, rule: site.match }
          : null,
      },
    ];
  });
}

/** The stream of the top frame; without it the first that is shown. */
export function rootOf({ documents, streams }: Pages, { streams: shown }: Shown): number {
  const top = shown.find(({ stream }) => documents[streams[stream]?.document ?? -1]?.frame === 0);
  return (top ?? shown[0])?.stream ?? -1;
}

/** A frame is recorded where the page that it is in is recorded too. */
function siteOf(pages: Pages, document: number, policy: Policy): MonitoredSite | undefined {
  const own = monitoredSite(policy, addressOf(pages.streams.find((stream) => stream.document === document)?.events));
  const parent = pages.documents[document]?.parent ?? null;
  return parent === null || siteOf(pages, parent, policy) ? own : undefined;
}

function sideOf(pages: Pages, shown: Shown): PreviewSide | undefined {
  const joined = joinFrames(pages, shown);
  if (!joined) return undefined;
  const owners = shown.streams.flatMap(({ stream }) =>
    (pages.streams[stream]?.frames ?? []).flatMap(({ document, nodeId }) => {
      const isShown = shown.streams.some((inner) => pages.streams[inner.stream]?.document === document);
      const id = isShown ? joined.idOf(pages.streams[stream]?.document ?? -1, nodeId) : undefined;
      return id ?? [];
    }),
  );
  return { events: joined.events, owners };
}

function addressOf(events: readonly RrwebEvent[] | undefined): string {
  const { href } = (events?.find(({ type }) => type === EventType.meta)?.data ?? {}) as { href?: unknown };
  return typeof href === 'string' ? href : '';
}
