import { readFileSync } from 'node:fs';
import type { Person } from './person.ts';

/** A piece of office work in a made-up page, with a person who does it and the end that it has to have. */
export interface Task {
  /** Lower-case words with hyphens: also the page's path. */
  readonly name: string;
  readonly family: Family;
  /** What is inside the page's body, style and script included; the helpers of `page-helpers.js` are there. */
  readonly page: string;
  /** Further documents under the task's path, by name: what frames and new tabs show. */
  readonly more?: Readonly<Record<string, string>>;
  /** Does the task with trusted input only. */
  readonly person: (person: Person) => Promise<void>;
  /** What the page has saved of its own state once the task is done. */
  readonly expected: unknown;
}

export type Family =
  | 'native'
  | 'text'
  | 'menus'
  | 'pointer'
  | 'disclosure'
  | 'timing'
  | 'tables'
  | 'navigation'
  | 'frames'
  | 'libraries'
  | 'gestures'
  | 'fields'
  | 'oddities'
  | 'customs';

/** How a page can differ from the one that was recorded. */
export const PERTURBATIONS = ['banner', 'viewport', 'rows', 'classes', 'locale'] as const;
export type Perturbation = (typeof PERTURBATIONS)[number];

/** A page whose content is made by the program `apps/<app>.jsx` and nothing else. */
export function appPage(app: string): string {
  return `<div id="app"></div><script src="/apps/${app}.js"></script>`;
}

/**
 * What applies to a page. Rows can be shuffled where it orders them with `rows()`, classes renamed where they begin with
 * `c-`, words translated where it has two of them: `[[Save|Sichern]]`, or `t('Save', 'Sichern')` in a program.
 */
export function perturbationsOf({ page, more = {} }: Task): Perturbation[] {
  const app = /\/apps\/([a-z-]+)\.js/.exec(page)?.[1];
  const program = app ? readFileSync(new URL(`apps/${app}.jsx`, import.meta.url), 'utf8') : '';
  const text = [page, ...Object.values(more), program].join('\n');
  const signs = { rows: /\brows\(/, classes: /\bc-[a-z]/, locale: /\[\[[^|[\]]+\||\bt\('/ } as const;
  return PERTURBATIONS.filter((name) => name === 'banner' || name === 'viewport' || signs[name].test(text));
}
