import type { Withhold } from '../withhold.ts';
import { customPattern } from './custom-pattern.ts';
import type { Span } from './span.ts';
import { createValueMatcher } from './value-matcher.ts';

/** Looks for what a policy lists. */
export interface CustomRules {
  /** @param text normalised. */
  find(text: string): readonly Span[];
}

const NONE: readonly Span[] = [];

/** Shorter words of a policy are replaced only where they are the whole text. */
const MIN_LENGTH = 3;

export function createCustomRules({ patterns, words }: Withhold): CustomRules {
  const expressions = patterns.flatMap((source) => {
    const compiled = customPattern(source);
    return 'pattern' in compiled ? [compiled.pattern] : [];
  });
  const matcher = createValueMatcher(
    words.map((word) => [word.normalize('NFKC'), word] as const),
    {
      minLength: MIN_LENGTH,
      rule: 'custom',
    },
  );
  const custom = (from: number, to: number, value: string): Span => ({
    from,
    to,
    rule: 'custom',
    be: { kind: 'CUSTOM', value },
  });
  return {
    find(text) {
      if (matcher.isEmpty && expressions.length === 0) return NONE;
      const found = matcher.isEmpty
        ? []
        : matcher.find(text).map(({ from, to, be }) => custom(from, to, 'placeholder' in be ? be.placeholder : ''));
      for (const expression of expressions)
        for (const { 0: match, index } of text.matchAll(expression))
          if (match !== '') found.push(custom(index, index + match.length, match));
      return found;
    },
  };
}
