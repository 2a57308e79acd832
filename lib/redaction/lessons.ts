import type { RedactionMemory } from './memory.ts';
import { normalise } from './normalise.ts';
import type { Pass } from './pass.ts';
import { isPlaceholder, kindOfPlaceholder, type Placeholders } from './placeholders.ts';
import { kindOfValue } from './value-kind.ts';

/** How many passing values are remembered for late echoes, and the longest of them in characters. */
const MAX_ECHOES = 40;
const MAX_ECHO_LENGTH = 500;
/** Of how many fields it is remembered what they held last. */
const MAX_HELD = 100;
/** Characters deleted between two looks at a field, at most, for it to count as a correction. */
const MAX_DELETED = 2;

type Pairs = [value: string, placeholder: string][];

/** What a batch teaches about values that people enter. */
export interface Lessons {
  /** A value that was there, or is final; in that field, if it is known in which. */
  keep(value: string, field?: string): void;
  /** A value that a field holds now, and perhaps only until the next character. */
  hold(field: string, value: string): void;
  /** A value, entered or on its way, that no level keeps. */
  guard(value: string): void;
  /** What a field holds is kept at no level. */
  guardHeld(field: string): void;
  /** The value in which typing in a field ended. */
  commit(field: string, value: string): void;
  /** What fields held on the way, of which nothing but the text is known. */
  type(texts: readonly string[]): void;
  finish(): Learnt;
}

export interface Learnt extends Pick<RedactionMemory, 'known' | 'guarded' | 'fields' | 'held'> {
  readonly values: Pairs;
  readonly echoes: Pairs;
}

/**
 * Gathers values first, so that all values of one run of typing ("A", "Al", "Alice") get the placeholder of its end, and only
 * the end is looked for in the rest of the episode.
 */
export function createLessons(
  memory: RedactionMemory,
  { placeholders, standing }: Pick<Pass, 'placeholders' | 'standing'>,
  recorder: string,
): Lessons {
  /** Stands for the field that is being typed in, while it is not known which it is. */
  const somewhere = `${recorder} typed`;
  const known = new Set(memory.known);
  const guarded = new Set(memory.guarded);
  const fields = new Map(memory.fields);
  const held = new Map(memory.held);
  const runs = new Map<string, string[]>();
  const echoes: Pairs = memory.echoes.map(([value, placeholder]) => [value, placeholder]);
  const typed: string[] = [];
  const isValue = (value: string) => value.trim() !== '' && !isPlaceholder(value, { standing });

  function runOf(field: string): string[] {
    const held = fields.get(field);
    const run = runs.get(field) ?? (held === undefined ? [] : [held]);
    runs.set(field, run);
    return run;
  }

  function see(field: string, value: string): void {
    held.delete(field);
    if (isValue(value) && value.length <= MAX_ECHO_LENGTH) held.set(field, value);
  }

  /** Ends a run: what it ended in has the placeholder, what was on the way echoes it. */
  function settle(run: readonly string[]): string | undefined {
    const end = run.findLast(isValue);
    if (end === undefined) return undefined;
    const placeholder = placeholderOf(end, run[0]);
    for (const value of new Set(run)) if (isValue(value) && value !== end) echoes.push([value, placeholder]);
    return end;
  }

  /** A value that continues what its field held before takes over the placeholder, if it is still the same kind of thing. */
  function placeholderOf(value: string, before: string | undefined): string {
    const kind = kindOfValue(value);
    const begun = before === undefined || known.has(before) ? undefined : placeholders.get(before);
    if (before !== undefined && begun !== undefined && kindOfPlaceholder(begun) === kind)
      placeholders.move(before, value);
    return placeholders.assign(value, kind);
  }

  function end(field: string): void {
    const value = settle(runs.get(field) ?? []);
    runs.delete(field);
    fields.delete(field);
    if (value !== undefined) known.add(value);
  }

  function settleAll(): void {
    for (const [field, run] of runs) {
      const value = settle(run);
      if (value === undefined) fields.delete(field);
      else {
        fields.set(field, value);
        echoes.push([value, placeholderOf(value, undefined)]);
      }
    }
    runs.clear();
  }

  const lessons: Lessons = {
    keep(value, field) {
      const text = normalise(value);
      if (field !== undefined) see(field, text);
      const isHeld = [...runs.values()].some((run) => run.at(-1) === text) || [...fields.values()].includes(text);
      if (isValue(text) && !isHeld) known.add(text);
    },
    hold(field, value) {
      const text = normalise(value);
      const last = runOf(field).at(-1);
      if (last !== undefined && !continues(text, last)) end(field);
      runOf(field).push(text);
      see(field, text);
    },
    guard(value) {
      const text = normalise(value);
      if (isValue(text)) guarded.add(text);
    },
    guardHeld(field) {
      for (const value of [held.get(field) ?? '', ...(runs.get(field) ?? [])]) lessons.guard(value);
    },
    commit(field, value) {
      lessons.hold(field, value);
      end(field);
    },
    type(texts) {
      typed.push(...texts.map(normalise).filter(isValue));
    },
    finish() {
      settleAll();
      const current = [...known, ...fields.values()].reverse();
      for (const run of runsOf(typed)) {
        const end = run.at(-1) ?? '';
        const whole = current.find((value) => value.startsWith(end));
        if (whole === undefined) lessons.hold(somewhere, end);
        const placeholder = placeholderOf(whole ?? end, fields.get(somewhere));
        for (const value of run) if (value !== whole) echoes.push([value, placeholder]);
      }
      settleAll();
      const values = [...known, ...fields.values()].flatMap((value) => valuesWithLines(value, placeholders));
      const seen = { known: [...known], guarded: [...guarded], fields: [...fields], held: [...held].slice(-MAX_HELD) };
      return { ...seen, values, echoes };
    },
  };
  return lessons;
}

/** The passing values that are still worth remembering after the batch. */
export function recentEchoes(echoes: Pairs): Pairs {
  return echoes.filter(([value]) => value.length <= MAX_ECHO_LENGTH).slice(-MAX_ECHOES);
}

/** Pages show each line of a text for itself. */
function valuesWithLines(value: string, placeholders: Placeholders): Pairs {
  const placeholder = placeholders.assign(value, kindOfValue);
  const lines = value.includes('\n') ? value.split('\n').filter((line) => line.trim().length > 3) : [];
  return [[value, placeholder], ...lines.map((line): Pairs[number] => [line, placeholders.get(line) ?? placeholder])];
}

/** True when typing or deleting a little leads from `before` to `text`: emptying a field is an end. */
function continues(text: string, before: string): boolean {
  return (
    text.startsWith(before) || (text !== '' && before.startsWith(text) && before.length - text.length <= MAX_DELETED)
  );
}

/** Splits what was typed where one text does not go on from the one before. */
function runsOf(texts: readonly string[]): string[][] {
  const runs: string[][] = [];
  for (const text of texts) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && continues(text, last)) runs.at(-1)?.push(text);
    else runs.push([text]);
  }
  return runs;
}
