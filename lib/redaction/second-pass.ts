import type { RawAction, RedactedAction } from '../action.ts';
import { groupBy, spanOf } from '../join-records.ts';
import { matchesPattern } from '../match-pattern.ts';
import type { Policy, RedactionLevel } from '../policy.ts';
import type { CaptureRecord, Ledger, Record as SealedRecord } from '../record.ts';
import { restoreStyleSheets, styleSheetsOf } from '../style-sheets.ts';
import { sumLedgers } from '../totals.ts';
import { NUMBERED_PLACEHOLDER } from './kinds.ts';
import { emptyMemory, type RedactionMemory } from './memory.ts';
import { redactBatch, type RedactionContext } from './redact-batch.ts';
import { redactionRules } from './redaction-rules.ts';
import { redactLabel } from './redact-label.ts';

export interface SecondPass {
  /** The records without what was found in them. One in which nothing was found is the one that was given. */
  readonly records: SealedRecord[];
  /** What the first pass had let through, in counts. */
  readonly found: Ledger;
}

/** Counted where a change of a page stands without its snapshot. It is not shown in an episode, and was not let through. */
const NO_FIND = 'page_unknown';

/**
 * Redacts the records of an episode once more, each at the level at which it was recorded. Placeholders stay. Without the
 * policy, a text or a parameter of a URL may have stayed because the policy lists it: it goes only if something is in it
 * that is looked for on all sites.
 */
export function redactAgain(records: readonly SealedRecord[], policy: Policy | null): SecondPass {
  const captures = records.filter((record) => record.kind === 'capture');
  const sheets = styleSheetsOf(records);
  const changed = new Map<SealedRecord, SealedRecord>();
  const ledgers: Ledger[] = [];
  let memory = memoryAfter(records);

  /** The site of a URL. Of what is said outside of pages, only what goes at the loosest level of the episode is sure. */
  const siteOf = (url: string): Site => {
    const loosest = (['open', 'standard', 'strict'] as const).find((level) =>
      captures.some((one) => one.redaction === level),
    );
    return (
      captures.find(({ siteRule }) => matchesPattern(siteRule, url)) ?? { siteRule: '', redaction: loosest ?? 'strict' }
    );
  };
  const contextOf = (site: Site): RedactionContext => contextAgain(site, policy, memory);
  const again = (batch: Pick<CaptureRecord, 'recorder' | 'events' | 'actions' | 'gaps' | 'isLast'>, site: Site) => {
    const actions = batch.actions.map(asCaptured);
    const { content, ledger, memory: next } = redactBatch({ ...batch, actions, typed: [] }, contextOf(site));
    memory = next;
    return { content, ledger };
  };
  const note = (before: SealedRecord, after: SealedRecord, ledger: Ledger): void => {
    const finds = ledger.filter(({ rule }) => rule !== NO_FIND);
    if (finds.length === 0) return;
    ledgers.push(finds);
    changed.set(before, after);
  };

  for (const record of inOrder(captures)) {
    const events = record.events.map((event) => restoreStyleSheets(event, sheets, () => undefined));
    const { content, ledger } = again({ ...record, events }, record);
    note(record, { ...record, ...content }, ledger);
  }
  for (const record of records) {
    if (record.kind === 'browser') {
      const done = record.actions.map((action) => {
        const outside = { recorder: 'browser', events: [], actions: [action], gaps: [], isLast: true };
        return again(outside, siteOf('url' in action.action ? action.action.url : ''));
      });
      const actions = done.flatMap(({ content }) => content.actions);
      note(
        record,
        { ...record, actions },
        done.flatMap(({ ledger }) => ledger),
      );
    }
    if (record.kind === 'label' && record.instruction !== null) {
      const { record: safe, memory: next } = redactLabel(record, record.at, contextOf(siteOf('')));
      memory = next;
      note(record, { ...safe, ledger: record.ledger }, safe.ledger);
    }
  }
  return { records: records.map((record) => changed.get(record) ?? record), found: sumLedgers(ledgers) };
}

interface Site {
  readonly siteRule: string;
  readonly redaction: RedactionLevel;
}

/** What a second pass over the pages of a site goes by. The policy is that under which they were recorded, if it is known. */
export function contextAgain(
  { siteRule, redaction: level }: Site,
  policy: Policy | null,
  memory: RedactionMemory,
): RedactionContext {
  const site = policy?.sites.find(({ match }) => match === siteRule);
  const rules = policy && site ? redactionRules(site, policy) : { urlParameters: null, vocabulary: null, sites: null };
  const withhold = policy?.withhold ?? { patterns: [], words: [] };
  return { ...rules, level, withhold, memory, isAgain: true };
}

/** The memory before a second pass: the numbers of new placeholders go on after those in the content. */
export function memoryAfter(content: unknown): RedactionMemory {
  const highest = new Map<string, number>();
  for (const { 1: kind = '', 2: number } of JSON.stringify(content).matchAll(NUMBERED_PLACEHOLDER))
    highest.set(kind, Math.max(Number(number), highest.get(kind) ?? 0));
  return { ...emptyMemory(), counters: [...highest] };
}

/** A redacted action in the form in which it was captured. */
export function asCaptured({ action, ...rest }: RedactedAction): RawAction {
  if (action.type === 'fill') {
    const { typed, value, ...fill } = action;
    return { ...rest, action: { ...fill, value: value.text, ...(typed && { typed: typed.text }) } };
  }
  return { ...rest, action: action.type === 'dialog' ? { ...action, value: action.value?.text ?? null } : action };
}

/** Records in order of time, those of each recorder in their own order. */
function inOrder(captures: readonly CaptureRecord[]): CaptureRecord[] {
  const placed = groupBy(captures, ({ recorder }) => recorder).flatMap((life) => {
    let at = 0;
    return life
      .toSorted((a, b) => a.seq - b.seq)
      .map((record) => {
        at = Math.max(at, spanOf(record)?.from ?? 0);
        return { at, record };
      });
  });
  return placed.toSorted((a, b) => a.at - b.at).map(({ record }) => record);
}
