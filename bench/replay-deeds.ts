import type { Step } from '../lib/episode.ts';
import type { Deed } from './tasks/person.ts';

/** What of a step says which deed it tells. */
export type ToldStep = Pick<Step, 'index' | 'action' | 'target'>;

/** How an episode tells what a person did. */
export interface Telling {
  /** Deeds that no step tells. */
  readonly missed: readonly Deed[];
  /** Steps that tell what nobody did. */
  readonly invented: readonly ToldStep[];
  /** What was typed for each placeholder of the steps. */
  readonly values: ReadonlyMap<string, string>;
}

interface Pair {
  readonly deed: Deed;
  readonly step: ToldStep;
}

interface Match {
  readonly cost: number;
  readonly pairs: readonly Pair[];
  readonly missed: readonly Deed[];
  readonly invented: readonly ToldStep[];
}

/** Lays the steps beside the deeds, in order, so that as little as possible is left over on either side. */
export function compareDeeds(
  deeds: readonly Deed[],
  episodes: readonly { readonly steps: readonly ToldStep[] }[],
): Telling {
  const steps = episodes.flatMap((episode) => episode.steps);
  const known = new Map<string, Match>();
  const from = (deedAt: number, stepAt: number): Match => {
    const key = `${deedAt} ${stepAt}`;
    const match = known.get(key) ?? best(deedAt, stepAt);
    known.set(key, match);
    return match;
  };
  const best = (deedAt: number, stepAt: number): Match => {
    const [deed, step] = [deeds[deedAt], steps[stepAt]];
    if (!deed && !step) return { cost: 0, pairs: [], missed: [], invented: [] };
    const ways: Match[] = [];
    if (deed) {
      const rest = from(deedAt + 1, stepAt);
      ways.push(deed.optional ? rest : { ...rest, cost: rest.cost + 1, missed: [deed, ...rest.missed] });
    }
    if (step) {
      const rest = from(deedAt, stepAt + 1);
      const isSilent = isBesideTheDeeds(step, steps);
      ways.push(isSilent ? rest : { ...rest, cost: rest.cost + 1, invented: [step, ...rest.invented] });
    }
    if (deed) {
      const pairs: Pair[] = [];
      for (let next = stepAt; next < steps.length; next += 1) {
        const candidate = steps[next];
        if (!candidate || (pairs.length > 0 && !deed.many && !isBesideTheDeeds(candidate, steps))) break;
        if (deed.verbs.includes(candidate.action.type)) pairs.push({ deed, step: candidate });
        else if (!isBesideTheDeeds(candidate, steps)) break;
        const rest = from(deedAt + 1, next + 1);
        if (pairs.length > 0) ways.push({ ...rest, pairs: [...pairs, ...rest.pairs] });
        if (pairs.length > 0 && !deed.many) break;
      }
    }
    return ways.reduce((least, way) => (way.cost < least.cost ? way : least));
  };
  const { pairs, missed, invented } = from(0, 0);
  return { missed, invented, values: valuesOf(pairs) };
}

/** Where an episode begins, what was waited for, and tabs that come and go with a click: nobody's deed by itself. */
function isBesideTheDeeds({ action, index }: ToldStep, steps: readonly ToldStep[]): boolean {
  if (['wait', 'tabOpen', 'tabSwitch', 'tabClose'].includes(action.type)) return true;
  const firstInPage = steps.findIndex((step) => step.target !== null);
  return action.type === 'goto' && (firstInPage < 0 || index < firstInPage);
}

function valuesOf(pairs: readonly Pair[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const { deed, step } of pairs) {
    if (deed.typed === undefined) continue;
    const { action } = step;
    if (action.type === 'dialog' && action.value) learnFrom(action.value.text, deed.typed, values);
    if (action.type !== 'fill') continue;
    learnFrom(action.value.text, deed.held ?? deed.typed, values);
    if (action.typed) learnFrom(action.typed.text, deed.typed, values);
  }
  return values;
}

/** Adds what the placeholders in a recorded text stand for, by what it really was. */
export function learnFrom(recorded: string, real: string, values: Map<string, string>): void {
  const placeholders = recorded.match(PLACEHOLDER) ?? [];
  const parts = recorded.split(PLACEHOLDER).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const found = new RegExp(`^${parts.join('([\\s\\S]+?)')}$`, 'u').exec(real);
  for (const [place, placeholder] of placeholders.entries()) {
    const value = found?.[place + 1];
    if (value !== undefined) values.set(placeholder, value);
  }
}

const PLACEHOLDER = /⟦[^⟦⟧]*⟧/gu;
