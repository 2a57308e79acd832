/**
 * Repetitions without an end match at most so many characters: with it, the time that a pattern takes is in proportion to
 * the length of the text.
 */
const MAX_REPETITION = 64;
/** Ways to match from one place that a pattern may have, at most. */
const MAX_WAYS = 5_000;

/** A regular expression that a policy may use, or why not. */
export type CustomPattern = { readonly pattern: RegExp } | { readonly problem: string };

const TOKEN =
  /\\(?:u\{[\da-f]+\}|u[\da-f]{4}|x[\da-f]{2}|[pP]\{[^}]*\}|c[a-z]|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|\((?:\?:|\?<?[=!]|\?<[^>]*>)?|\)|\||[*+?]\??|\{\d+(?:,\d*)?\}\??|[\s\S]/gi;

/**
 * Reads a pattern of a policy. Only what cannot take long on any text is allowed: no references, no looking around, no
 * repetition of what repeats or branches in itself, and not many repetitions after each other.
 */
export function customPattern(source: string): CustomPattern {
  try {
    new RegExp(source, 'gu');
  } catch {
    return { problem: 'is no regular expression' };
  }
  let safe = '';
  let ways = 1;
  /** For each open group, and for what stands last: whether it repeats or branches in itself. */
  const groups: boolean[] = [false];
  let isLastComplex = false;
  for (const [token] of source.matchAll(TOKEN)) {
    if (/^\((?:\?<?[=!])/.test(token)) return { problem: 'looks ahead or behind' };
    if (/^\\(?:[1-9]|k)/.test(token)) return { problem: 'refers to what it matched before' };
    const repetition = repetitionOf(token);
    if (repetition) {
      if (isLastComplex && repetition.to > 1) return { problem: 'repeats what repeats or branches in itself' };
      ways *= repetition.to - repetition.from + 1;
      groups.push((groups.pop() ?? false) || repetition.to !== repetition.from);
      safe += repetition.written;
      continue;
    }
    isLastComplex = false;
    if (token.startsWith('(')) groups.push(false);
    if (token === '|') groups.push((groups.pop(), true));
    if (token === ')') {
      isLastComplex = groups.pop() ?? false;
      groups.push((groups.pop() ?? false) || isLastComplex);
    }
    safe += token;
  }
  if (ways > MAX_WAYS) return { problem: 'has too many repetitions after each other' };
  const pattern = new RegExp(safe, 'giu');
  return new RegExp(safe, 'iu').test('') ? { problem: 'matches nothing at all' } : { pattern };
}

function repetitionOf(token: string): { from: number; to: number; written: string } | undefined {
  const lazy = token.length > 1 && token.endsWith('?') ? '?' : '';
  const plain = lazy === '' ? token : token.slice(0, -1);
  if (plain === '?') return { from: 0, to: 1, written: token };
  const limits = plain === '*' ? [0] : plain === '+' ? [1] : /^\{(\d+)(,?)(\d*)\}$/.exec(plain);
  if (!limits) return undefined;
  const from = Number(plain === '*' || plain === '+' ? limits[0] : limits[1]);
  const isOpen = plain === '*' || plain === '+' || (limits[2] === ',' && limits[3] === '');
  const to = isOpen ? Math.max(from, MAX_REPETITION) : limits[2] === ',' ? Number(limits[3]) : from;
  return { from, to, written: `{${from},${to}}${lazy}` };
}
