import type { Kind } from './kinds.ts';

/** A piece of text that must go. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** Rule for the ledger. */
  readonly rule: string;
  /** What it is, and the value that it is a way to write; or what stands for it already. */
  readonly be: { readonly kind: Kind; readonly value?: string } | { readonly placeholder: string };
}

/**
 * Spans that do not overlap, in order. Where some do, one span covers all of them and is what the longest is: nothing that
 * a rule found may stay behind.
 */
export function disjoint(spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans;
  const result: Span[] = [];
  let longest = 0;
  for (const span of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = result.at(-1);
    const length = span.to - span.from;
    if (!last || span.from >= last.to) {
      result.push(span);
      longest = length;
      continue;
    }
    const winner = length > longest ? span : last;
    longest = Math.max(longest, length);
    result[result.length - 1] = { ...winner, from: last.from, to: Math.max(last.to, span.to) };
  }
  return result;
}
