import type { RedactionLevel } from '../policy.ts';
import type { Tally } from './ledger.ts';
import type { CustomRules } from './custom-rules.ts';
import type { Lexicon } from './lexicon.ts';
import type { NodeKind } from './node-kind.ts';
import type { Placeholders } from './placeholders.ts';
import type { Fields } from './read.ts';
import type { Region } from './region.ts';
import type { Regions } from './regions.ts';
import type { Span } from './span.ts';
import type { Cut } from './split-texts.ts';
import type { ValueMatcher } from './value-matcher.ts';

/** A text in the form in which it was looked at, and what has to go of it. */
export interface Speech {
  readonly form: string;
  readonly spans: readonly Span[];
}

/** What every rule works with while one batch is redacted. */
export interface Pass {
  readonly level: RedactionLevel;
  /** Query parameters whose values may be kept. */
  readonly urlParameters: { has(name: string): boolean };
  /** True for names of hosts that the policy has recorded. */
  readonly isOwnHost: (hostname: string) => boolean;
  /** What becomes of the host of a URL. */
  readonly hosts: Map<string, string>;
  readonly placeholders: Placeholders;
  /** Placeholders that stand in the content already. */
  readonly standing: RegExp;
  /** What is looked at is what stands around such placeholders. */
  readonly isPart?: boolean;
  /** What somebody entered. */
  readonly values: ValueMatcher;
  /** Placeholders of what no level keeps. */
  readonly guarded: ReadonlySet<string>;
  /** What fields held on the way to that. */
  readonly echoes: ValueMatcher;
  /** Placeholder of something that a field held only on the way, by `valueKey`. */
  readonly passing: ReadonlyMap<string, string>;
  /** Nodes of the batch's document whose text or value is not plain text. */
  readonly nodes: ReadonlyMap<number, NodeKind>;
  /** What the parts of that document speak of. */
  readonly regions: Pick<Regions, 'get'>;
  /** The region of a text of which nothing else is known. */
  readonly region?: Region | undefined;
  /** This pass in other regions. */
  readonly inRegion: Map<Region | undefined, Pass>;
  readonly lexicon: Lexicon;
  /** Pieces of text nodes that belong to values which are spread over several. */
  readonly cuts?: ReadonlyMap<number, readonly Cut[]>;
  /** In a change of the page: what is added, by the id of its parent. */
  readonly added?: ReadonlyMap<number, readonly Fields[]>;
  /** What the policy lists besides. */
  readonly custom: CustomRules;
  readonly tally: Tally;
  /** What was found in which text: pages repeat themselves. Echoes are looked for in changes alone. */
  readonly found: {
    readonly inChanges: Map<string, readonly Span[]>;
    readonly elsewhere: Map<string, readonly Span[]>;
  };
  /** What has to go of which text that people read, by the region that it stands in. */
  readonly speech: {
    readonly inChanges: Map<Region | undefined, Map<string, Speech>>;
    readonly elsewhere: Map<Region | undefined, Map<string, Speech>>;
  };
  /** Names of which nothing goes, and what becomes of the others. */
  readonly plainNames: { readonly inChanges: Set<string>; readonly elsewhere: Set<string> };
  readonly names: Map<string, string>;
  /** Words of names, and whether they are known to be ones of apps or of code. */
  readonly ordinary: Map<string, boolean>;
  /** Redacted style sheets by their text. */
  readonly styleSheets: Map<string, string>;
  /** Selectors and declarations in them of which nothing goes, and what becomes of the words that stand by themselves. */
  readonly plainCss: Set<string>;
  readonly cssWords: Map<string, string>;
}
