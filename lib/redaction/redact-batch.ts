import type { RawAction, RedactedAction } from '../action.ts';
import { type CaptureBatch, EventType, type RrwebEvent } from '../capture.ts';
import type { Gap } from '../gap.ts';
import { namesHost } from '../match-pattern.ts';
import type { RedactionLevel } from '../policy.ts';
import type { DatedLedger } from '../record.ts';
import { printOf } from '../secret-print.ts';
import type { Withhold } from '../withhold.ts';
import { type Attempts, createAttempts } from './attempts.ts';
import { learnFromAction, learnFromEvent } from './learn.ts';
import { createTally } from './ledger.ts';
import { createLessons, recentEchoes } from './lessons.ts';
import { createCodeBoxes } from './code-boxes.ts';
import { createCustomRules } from './custom-rules.ts';
import { lexiconOf } from './lexicon.ts';
import { ANY_PLACEHOLDER, SECRET, SECRET_ALONE } from './kinds.ts';
import type { RedactionMemory } from './memory.ts';
import type { NodeKind } from './node-kind.ts';
import { valueKey } from './normalise.ts';
import type { Pass } from './pass.ts';
import { createPlaceholders } from './placeholders.ts';
import { redactAction } from './redact-action.ts';
import { redactEvent, withheldEvent } from './redact-event.ts';
import type { Redacted } from './redacted.ts';
import { createRegions } from './regions.ts';
import { lastingPrints, withSecrets } from './secret-matcher.ts';
import { createValueMatcher } from './value-matcher.ts';

/** Version of the rules of redaction. Changes with every change of what is kept. */
export const REDACTION_VERSION = '13';

/** Letters and digits that a value has at least to be replaced inside of a text, not only as the whole of it. */
const MIN_LENGTH = 4;
const MIN_ECHO_LENGTH = 2;

export interface RedactionContext {
  readonly level: RedactionLevel;
  /** Query parameters that the policy allows in URLs. Null: not known, so that any may be among them. */
  readonly urlParameters: readonly string[] | null;
  /** Phrases that the policy lists as the site's own. Null: not known. */
  readonly vocabulary: readonly string[] | null;
  /** What the policy lists as always to be replaced. */
  readonly withhold: Withhold;
  /** Match patterns of all monitored sites: their hosts stay in URLs. Null: not known, so that any may be one of them. */
  readonly sites: readonly string[] | null;
  /** What was learnt in the episode so far. Not changed. */
  readonly memory: RedactionMemory;
  /** The content was redacted before: placeholders in it stay. */
  readonly isAgain?: boolean;
}

/** What of a batch is kept. */
export interface BatchContent {
  readonly events: RrwebEvent[];
  readonly actions: RedactedAction[];
  readonly gaps: Gap[];
}

export interface RedactedBatch {
  readonly content: Redacted<BatchContent>;
  readonly ledger: DatedLedger;
  /** The memory for the next batch of the episode. */
  readonly memory: RedactionMemory;
  /** Events and actions that could not be redacted. They are not in `content`. */
  readonly failures: number;
}

type Input = Pick<CaptureBatch, 'recorder' | 'events' | 'actions' | 'gaps' | 'typed' | 'secrets' | 'isLast'>;

/**
 * Redacts one batch: first learns all that was entered, then replaces it everywhere. An event whose redaction fails is
 * replaced by an empty one, so that the others keep their places; an action is left out.
 */
export function redactBatch(
  batch: Input,
  { level, urlParameters, vocabulary, withhold, sites, memory, isAgain = false }: RedactionContext,
): RedactedBatch {
  const standing = isAgain ? ANY_PLACEHOLDER : SECRET_ALONE;
  const tally = createTally();
  const attempts = createAttempts(tally);
  const placeholders = createPlaceholders(memory);
  const { understood, actions, nodes, regions, values, echoes, known, guarded, fields, held, remembered } = learn(
    batch,
    memory,
    { placeholders, standing },
    attempts,
  );
  const secrets = [...(memory.secrets ?? []), ...(batch.secrets ?? [])];
  // What was entered on a test system stays, and yet must not come out on another site of the same episode.
  const isGuarded = guardedAmong(guarded);
  const sought = level === 'open' ? isGuarded : () => true;
  const pass: Pass = {
    ...{ level, placeholders, standing, tally, nodes, regions, inRegion: new Map() },
    ...{ styleSheets: new Map(), plainCss: new Set(), cssWords: new Map() },
    urlParameters: urlParameters ? new Set(urlParameters) : { has: () => true },
    hosts: new Map(),
    isOwnHost: (hostname) => !sites || sites.some((pattern) => namesHost(pattern, hostname)),
    plainNames: { inChanges: new Set(), elsewhere: new Set() },
    names: new Map(),
    ordinary: new Map(),
    found: { inChanges: new Map(), elsewhere: new Map() },
    speech: { inChanges: new Map(), elsewhere: new Map() },
    guarded: new Set([SECRET, ...[...values, ...echoes].filter(isGuarded).map(([, placeholder]) => placeholder)]),
    lexicon: lexiconOf(vocabulary),
    custom: createCustomRules(withhold),
    values: withSecrets(createValueMatcher(values.filter(sought), { minLength: MIN_LENGTH, rule: 'entered' }), [
      ...secrets,
      ...guarded.map(printOf),
    ]),
    echoes: createValueMatcher(echoes.filter(sought), { minLength: MIN_ECHO_LENGTH, rule: 'entered' }),
    passing: new Map(echoes.map(([value, placeholder]) => [valueKey(value), placeholder])),
  };
  const safeEvent = (event: RrwebEvent) => {
    tally.since(actions.findLast(({ at }) => at <= event.timestamp)?.at);
    return understood.has(event) ? attempts.attempt(() => redactEvent(event, pass)) : undefined;
  };
  const safeAction = (action: RawAction) => {
    tally.since(action.at);
    return attempts.attempt(() => redactAction(action, pass));
  };
  const content = {
    events: batch.events.map((event) => safeEvent(event) ?? withheldEvent(event)),
    actions: actions.flatMap((action) => safeAction(action) ?? []),
    gaps: batch.gaps,
  } as Redacted<BatchContent>;
  return {
    ...{ content, ledger: tally.ledger(), failures: attempts.failures() },
    memory: {
      ...{ ...placeholders.remembered(), ...remembered, known, guarded, fields, held },
      // A page goes on showing what it was given, and another may.
      ...{ secrets: lastingPrints([...guarded.map(printOf), ...secrets]), echoes: recentEchoes(echoes) },
    },
  };
}

type PerRecorder<V> = readonly (readonly [recorder: string, value: V])[];

/** Learns all that was entered, and which nodes hold it, before the first word is redacted. */
function learn(
  { recorder, events, actions, typed, isLast }: Input,
  memory: RedactionMemory,
  placing: Pick<Pass, 'placeholders' | 'standing'>,
  { attempt, withhold }: Attempts,
) {
  const lessons = createLessons(memory, placing, recorder);
  const own = <V>(pairs: PerRecorder<V> = []) => pairs.find(([known]) => known === recorder)?.[1];
  const before = own(memory.nodes);
  const nodes = new Map<number, NodeKind>(before);
  const regions = createRegions(own(memory.regions) ?? []);
  const boxes = createCodeBoxes(own(memory.boxes) ?? []);
  const learner = { nodes, regions, lessons, boxes, recorder };
  // Changes to a page whose snapshot never came, or failed, may be of fields that nobody knows as such.
  let isPageKnown = before !== undefined;
  const understood = new Set<RrwebEvent>();
  for (const event of events) {
    if (event.type === EventType.incremental && !isPageKnown) {
      withhold('page_unknown');
      continue;
    }
    const isLearnt = attempt(() => (learnFromEvent(event, learner), true)) ?? false;
    if (event.type === EventType.fullSnapshot) isPageKnown = isLearnt;
    if (isLearnt) understood.add(event);
  }
  const learntActions = actions.filter((action) => attempt(() => (learnFromAction(action, learner), true)));
  lessons.type(typed);
  const isRemembered = isPageKnown && !isLast;
  const withOwn = <V>(pairs: PerRecorder<V> = [], value: V): PerRecorder<V> => {
    const others = pairs.filter(([known]) => known !== recorder);
    return isRemembered ? [...others, [recorder, value]] : others;
  };
  const remembered = {
    nodes: withOwn(memory.nodes, [...nodes]),
    regions: withOwn(memory.regions, regions.runs()),
    boxes: withOwn(memory.boxes, boxes.remembered()),
  };
  return { ...lessons.finish(), understood, actions: learntActions, nodes, regions, remembered };
}

/** True for pairs of a value that no level keeps. */
function guardedAmong(guarded: readonly string[]): (pair: readonly [value: string, placeholder: string]) => boolean {
  const keys = new Set(guarded.map(valueKey));
  return ([value]) => keys.has(valueKey(value));
}
