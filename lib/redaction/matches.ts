const NONE: readonly RegExpExecArray[] = [];

/**
 * All matches of a global pattern that never matches nothing. `String.matchAll` and `split` make a copy of the pattern for
 * each text: that costs more than to look through most of them.
 */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (!match) return NONE;
  const matches: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(text)) matches.push(match);
  return matches;
}
