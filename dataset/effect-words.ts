import type { Effect, SurfaceKind } from '../lib/effect.ts';
import type { Step } from '../lib/episode.ts';
import { harmless, shortened } from './terminal.ts';
import { count, duration } from './words.ts';

const URL_LENGTH = 60;

const SURFACE_WORDS: Readonly<Record<SurfaceKind, string>> = {
  menu: 'a menu',
  listbox: 'a list',
  dialog: 'a dialog',
  popup: 'a part of the page',
  tooltip: 'a hint',
  alert: 'an alert',
  status: 'a message',
};

/** What says itself that something was scrolled. */
const SCROLLING: readonly string[] = ['scroll', 'wheel'];

/** What came of a step besides what its own words say, most telling first: “a dialog came up; 2 controls changed”. */
export function effectWords({ action, effect }: Pick<Step, 'action' | 'effect'>): string {
  if (action.type === 'wait') return '';
  const { navigation, dialog, tab, opened, closed, changed, scrolled, focus, busy, domChanges, settledMs } = effect;
  const surfaces = (list: Effect['opened']) => {
    const kinds = [...new Set(list.map(({ kind }) => kind))];
    // What unfolds is mostly one of the others, told once more.
    return kinds
      .filter((kind) => kind !== 'popup' || kinds.length === 1)
      .map((kind) => SURFACE_WORDS[kind])
      .join(', ');
  };
  const values = new Set(
    changed.filter(({ aspect }) => aspect !== 'expanded').map(({ stream, nodeId }) => `${stream} ${nodeId}`),
  ).size;
  const words = [
    navigation && !('url' in action) && `went to ${shortened(harmless(navigation.url), URL_LENGTH)}`,
    tab !== null && `opened tab ${tab + 1}`,
    dialog && `the browser asked (${dialog})`,
    opened.length > 0 && `${surfaces(opened)} came up`,
    closed.length > 0 && `${surfaces(closed)} went away`,
    values > 0 && `${count(values, 'control')} changed`,
    scrolled.length > 0 && !SCROLLING.includes(action.type) && 'something was scrolled',
    focus && 'the focus moved',
    busy.includes('network') && 'the page was busy',
  ].filter((word) => typeof word === 'string');
  if (words.length > 0) return words.join('; ');
  if (navigation || scrolled.length > 0) return '';
  if (domChanges === 0) return 'nothing to be seen';
  return `the page changed${settledMs >= 1_000 ? ` for ${duration(settledMs)}` : ''}`;
}
