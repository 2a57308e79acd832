import type { Element, Selector } from '../../lib/element.ts';
import type { ValueClass } from '../../lib/value.ts';
import { filledCss, filledSelector, type Fill } from './filled-selector.ts';

/** What is asked when a value is needed that the episode has only a placeholder of. */
export interface Ask {
  /** Such as `⟦PERSON_1⟧`. */
  readonly placeholder: string;
  /** The kind of value that it was. */
  readonly class: ValueClass;
  /** The step that needs it. */
  readonly step: number;
  /** What it is put into. */
  readonly target: Element | null;
}

/** Values for placeholders: given, or asked for when a step needs them. Undefined: not known. */
export type GivenValues =
  | Readonly<Record<string, string>>
  | ReadonlyMap<string, string>
  | ((ask: Ask) => string | undefined | Promise<string | undefined>);

/** All secrets have the same one: each field has to be asked for. */
const SECRET = '⟦SECRET⟧';

const PLACEHOLDER = /⟦[^⟦⟧]*⟧/gu;

/** What is known of the values behind placeholders, in the course of one replay. */
export interface Values {
  /** The text with every placeholder that is known replaced. The others stay. */
  filled(text: string): string;
  /** The same for every text in a piece of data; selectors stay what their kind is written in. */
  filledIn<T>(data: T): T;
  /** Asks for what is not known yet; undefined when it stays unknown. */
  demand(text: string, about: Omit<Ask, 'placeholder'>): Promise<string | undefined>;
}

export function createValues(given: GivenValues | undefined): Values {
  const ask = typeof given === 'function' ? given : undefined;
  const entries = given === undefined || ask ? [] : given instanceof Map ? [...given] : Object.entries(given);
  const known = new Map<string, string>(entries);
  const asked = new Set<string>();
  const secrets = new Map<number, string>();

  const filled: Fill = (text, written = (value) => value) =>
    text.replace(PLACEHOLDER, (placeholder) => {
      const value = placeholder === SECRET ? undefined : known.get(placeholder);
      return value === undefined ? placeholder : written(value);
    });
  async function learn(placeholder: string, about: Omit<Ask, 'placeholder'>): Promise<void> {
    const key = placeholder === SECRET ? `${SECRET} ${about.step}` : placeholder;
    if (!ask || known.has(placeholder) || asked.has(key)) return;
    asked.add(key);
    const value = await ask({ placeholder, ...about });
    if (value === undefined) return;
    if (placeholder === SECRET) secrets.set(about.step, value);
    else known.set(placeholder, value);
  }
  return {
    filled: (text) => filled(text),
    filledIn: <T>(data: T): T => (known.size === 0 ? data : (mapTexts(data, filled) as T)),
    async demand(text, about) {
      const valueOf = (placeholder: string) =>
        (placeholder === SECRET ? secrets.get(about.step) : undefined) ?? known.get(placeholder);
      const placeholders = new Set(text.match(PLACEHOLDER) ?? []);
      for (const placeholder of placeholders) await learn(placeholder, about);
      if ([...placeholders].some((placeholder) => valueOf(placeholder) === undefined)) return undefined;
      return text.replace(PLACEHOLDER, (placeholder) => valueOf(placeholder) ?? placeholder);
    },
  };
}

/** True for a text of which a part was withheld. */
export function hasPlaceholder(text: string): boolean {
  return /⟦[^⟦⟧]*⟧/u.test(text);
}

/** The text with the same, empty placeholder wherever something was withheld: one that nothing is known of. */
export function shapeOf(text: string): string {
  return text.replace(PLACEHOLDER, '⟦⟧');
}

/** A pattern that the text matches, whatever its placeholders stand for. */
export function patternOf(text: string): RegExp {
  const parts = text.split(PLACEHOLDER).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[\\s\\S]*')}$`, 'u');
}

function mapTexts(data: unknown, fill: Fill): unknown {
  if (typeof data === 'string') return fill(data);
  if (Array.isArray(data)) return data.map((item) => mapTexts(item, fill));
  if (typeof data !== 'object' || data === null) return data;
  if (isSelector(data)) return { ...data, value: filledSelector(data, fill) };
  const inCss: Fill = (css) => filledCss(css, fill);
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, mapTexts(value, CSS_KEYS.has(key) ? inCss : fill)]),
  );
}

/** What of a recorded element is CSS, besides its selectors. */
const CSS_KEYS = new Set(['css', 'shadowPath']);

const isSelector = (data: object): data is Selector => 'kind' in data && 'value' in data && 'matches' in data;
