import { CLASS_OF_KIND, type Kind, SECRET } from './kinds.ts';
import type { RedactionMemory } from './memory.ts';
import { valueKey } from './normalise.ts';
import type { Pass } from './pass.ts';
import type { ValueClass } from '../value.ts';

/** Which value has which placeholder in this episode: numbered by kind, in order of appearance. */
export interface Placeholders {
  get(value: string): string | undefined;
  /** The value's placeholder; a new one of `kind` if it had none. Only then a `kind` that is a function is asked. */
  assign(value: string, kind: Kind | ((value: string) => Kind)): string;
  /** Lets a piece of a value, which stands in a node of its own, have the value's placeholder, if it has none. */
  share(piece: string, placeholder: string): void;
  /** Gives the placeholder of one value to another that has none. */
  move(from: string, to: string): void;
  remembered(): Pick<RedactionMemory, 'placeholders' | 'counters'>;
}

export function createPlaceholders(memory: RedactionMemory): Placeholders {
  const texts = new Map(memory.placeholders);
  const counters = new Map(memory.counters);
  return {
    get: (value) => texts.get(valueKey(value)),
    assign(value, kind) {
      const key = valueKey(value);
      const known = texts.get(key);
      if (known !== undefined) return known;
      const name = typeof kind === 'function' ? kind(value) : kind;
      const count = (counters.get(name) ?? 0) + 1;
      const text = `⟦${name}_${count}⟧`;
      counters.set(name, count);
      texts.set(key, text);
      return text;
    },
    share(piece, placeholder) {
      const key = valueKey(piece);
      if (!texts.has(key)) texts.set(key, placeholder);
    },
    move(from, to) {
      const text = texts.get(valueKey(from));
      if (text === undefined || texts.has(valueKey(to))) return;
      texts.delete(valueKey(from));
      texts.set(valueKey(to), text);
    },
    remembered: () => ({ placeholders: [...texts], counters: [...counters] }),
  };
}

/** The kind that a placeholder names. */
export function kindOfPlaceholder(placeholder: string): Kind | undefined {
  const name = /^⟦([A-Z_]+)_\d+⟧$/.exec(placeholder)?.[1];
  return (Object.keys(CLASS_OF_KIND) as Kind[]).find((kind) => kind === name);
}

/** The class of what a placeholder stands for. */
export function classOfPlaceholder(placeholder: string): ValueClass {
  if (placeholder === SECRET) return 'secret';
  const kind = kindOfPlaceholder(placeholder);
  return kind ? CLASS_OF_KIND[kind] : 'text';
}

/** True for a text that is one placeholder which stands already, and nothing else. */
export function isPlaceholder(text: string, { standing }: Pick<Pass, 'standing'>): boolean {
  return text.startsWith('⟦') && standing.exec(text)?.[0] === text;
}

/** True where a placeholder stands in a text already: most texts do not even have what one begins with. */
export function hasPlaceholder(text: string, { standing }: Pick<Pass, 'standing'>): boolean {
  return text.includes('⟦') && standing.test(text);
}

/** A text with something else, or nothing, in the place of each placeholder that stands in it. */
export function withoutPlaceholders(
  text: string,
  standing: RegExp,
  instead = (_placeholder: string): string => '',
): string {
  if (!text.includes('⟦') || !standing.test(text)) return text;
  const parts = text.split(standing);
  return parts.map((part, at) => (at % 2 === 1 ? instead(part) : part)).join('');
}
