import type { SecretPrint } from '../secret-print.ts';
import type { CodeBox } from './code-boxes.ts';
import type { NodeKind } from './node-kind.ts';
import type { RegionRun } from './regions.ts';

/**
 * What redaction has to remember within one episode, so that a value keeps its placeholder. Plain JSON, for memory of the
 * browser session only: it holds values in clear and is never stored on a disk. Pairs instead of objects, because pages
 * choose the keys.
 */
export interface RedactionMemory {
  /** Which value has which placeholder. */
  readonly placeholders: Pairs<string>;
  /** How many placeholders of each kind there are. */
  readonly counters: Pairs<number>;
  /** Values that somebody entered: replaced wherever they appear. */
  readonly known: readonly string[];
  /** Those of them, and what led to them, that are kept at no level: passwords, codes, card and account numbers. */
  readonly guarded: readonly string[];
  /** Prints of what secret fields held in any document: what they are of never left its page. Missing in older ones. */
  readonly secrets?: readonly SecretPrint[];
  /** What each field holds while somebody is still typing, by recorder and node. */
  readonly fields: Pairs<string>;
  /** What fields held last, by recorder and node: one may turn out to be for a secret. */
  readonly held: Pairs<string>;
  /** What fields held on the way, lately, with the placeholder of what they held in the end. */
  readonly echoes: Pairs<string>;
  /** Nodes whose text or value is not plain text, for each recorder. */
  readonly nodes: Pairs<readonly (readonly [id: number, kind: NodeKind])[]>;
  /** Boxes of codes, for each recorder. Missing in older ones. */
  readonly boxes?: Pairs<readonly (readonly CodeBox[])[]>;
  /** What the parts of each recorder's page speak of. */
  readonly regions: Pairs<readonly RegionRun[]>;
}

type Pairs<V> = readonly (readonly [key: string, value: V])[];

/** The memory at the start of an episode. */
export function emptyMemory(): RedactionMemory {
  const values = { known: [], guarded: [], fields: [], held: [], echoes: [] };
  return { placeholders: [], counters: [], ...values, nodes: [], regions: [] };
}
