import type { Action } from '../lib/action.ts';
import type { Element } from '../lib/element.ts';
import type { Step } from '../lib/episode.ts';
import type { Value } from '../lib/value.ts';
import { harmless, shortened } from './terminal.ts';
import { count, duration } from './words.ts';

const NAME_LENGTH = 40;
const URL_LENGTH = 80;

/** One step as a person would tell it: “Clicked button “Assign to me””. */
export function stepWords({ action, target }: Pick<Step, 'action' | 'target'>): string {
  switch (action.type) {
    case 'click':
      return `${clickVerb(action)} ${elementWords(target)}${withModifiers(action.modifiers)}${action.moved ? ', moving a little' : ''}`;
    case 'dblclick':
      return `Double-clicked ${elementWords(target)}${withModifiers(action.modifiers)}`;
    case 'hover':
      return `Pointed at ${elementWords(target)}`;
    case 'selectText':
      return `Selected text in ${elementWords(target)}`;
    case 'wheel':
      return `Turned the wheel over ${elementWords(target)}`;
    case 'dialog':
      return dialogWords(action);
    case 'wait':
      return `Waited ${duration(action.forMs)} ${WAIT_WORDS[action.cause]}`;
    case 'fill':
      return fillWords(action, target);
    case 'check':
      return `Checked ${fieldWords(target)}`;
    case 'uncheck':
      return `Unchecked ${fieldWords(target)}`;
    case 'selectOption':
      return `Chose ${action.options.map(({ label }) => quoted(label)).join(', ') || 'nothing'} in ${fieldWords(target)}`;
    case 'press':
      return `Pressed ${[...action.modifiers, keyName(action.key)].join('+')}${(action.times ?? 1) > 1 ? ` ${action.times} times` : ''}${target ? ` in ${elementWords(target)}` : ''}`;
    case 'scroll':
      return `Scrolled ${target ? `${elementWords(target)} ` : ''}${scrollWords(action.by)}`;
    case 'drag':
      return `Dragged ${elementWords(target)}${action.to ? ` to ${elementWords(action.to)}` : ''}`;
    case 'upload':
      return `Uploaded ${uploadWords(action.files)} in ${fieldWords(target)}`;
    case 'copy':
      return 'Copied something';
    case 'cut':
      return 'Cut something';
    case 'paste':
      return `Pasted something${target ? ` into ${elementWords(target)}` : ''}`;
    case 'submit':
      return `Submitted the form${action.submitter ? ` with ${elementWords(action.submitter)}` : ''}`;
    case 'goto':
      return gotoWords(action);
    case 'goBack':
      return `Went ${action.forward === undefined ? 'back or forward' : action.forward ? 'forward' : 'back'} to ${address(action.url)}`;
    case 'reload':
      return `Loaded ${address(action.url)} again`;
    case 'tabOpen':
      return 'Opened a tab';
    case 'tabSwitch':
      return 'Turned to another tab';
    case 'tabClose':
      return 'Closed the tab';
    default:
      return action satisfies never;
  }
}

const WAIT_WORDS: Readonly<Record<Verb<'wait'>['cause'], string>> = {
  loading: 'for the page to load',
  network: 'for the page, which was busy',
  change: 'for the page to change',
};

type Verb<T extends Action['type']> = Extract<Action, { type: T }>;

function clickVerb({ button, clickCount, heldMs }: Verb<'click'>): string {
  if (heldMs !== undefined) return `Held down for ${duration(heldMs)}`;
  if (button === 'right') return 'Right-clicked';
  if (button === 'middle') return 'Middle-clicked';
  return clickCount > 2 ? `Clicked ${clickCount} times on` : 'Clicked';
}

function dialogWords({ kind, message, accepted, value }: Verb<'dialog'>): string {
  const answer = accepted === null ? 'Was shown' : accepted ? 'Said OK to' : 'Cancelled';
  const entered = value && value.class !== 'empty' ? `, entering ${valueWords(value)}` : '';
  return `${answer} the ${kind} ${quoted(message)}${entered}`;
}

function fillWords({ value, typed, by }: Verb<'fill'>, target: Element | null): string {
  // What a page takes out of a field, or gets where there is none, was put in all the same.
  const put = value.class === 'empty' ? typed : value;
  if (!put) return `Emptied ${fieldWords(target)}`;
  const way = { typing: '', paste: ', pasted', drop: ', dropped', other: '' }[by];
  return `Filled ${fieldWords(target)} with ${valueWords(put)}${way}`;
}

function valueWords({ text, class: kind }: Value): string {
  return `${harmless(text)} (${kind})`;
}

function gotoWords({ url, cause, sameDocument }: Verb<'goto'>): string {
  if (cause === 'start') return `Began at ${address(url)}`;
  const how = {
    address_bar: '',
    bookmark: ' by a bookmark',
    link: ' by a link',
    form: ' by a form',
    script: '',
    other: '',
  }[cause];
  return cause === 'script' || sameDocument ? `The page went on to ${address(url)}` : `Went to ${address(url)}${how}`;
}

function scrollWords({ x, y }: { readonly x: number; readonly y: number }): string {
  if (Math.abs(x) > Math.abs(y)) return `${Math.round(Math.abs(x))} px ${x > 0 ? 'right' : 'left'}`;
  return `${Math.round(Math.abs(y))} px ${y < 0 ? 'up' : 'down'}`;
}

function uploadWords(files: Verb<'upload'>['files']): string {
  const kinds = [...new Set(files.map(({ extension, mediaType }) => harmless(extension || mediaType)))].filter(Boolean);
  return `${count(files.length, 'file')}${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''}`;
}

/** What people call the roles, where it is not the role’s own name. */
const ROLE_WORDS: Readonly<Record<string, string>> = {
  textbox: 'field',
  searchbox: 'search field',
  combobox: 'list',
  listbox: 'list',
  spinbutton: 'number field',
  menuitem: 'menu item',
  radio: 'radio button',
  img: 'image',
  gridcell: 'cell',
  generic: 'element',
};

/** A control with its name: “button “Save””, “link”, “element div”. */
function elementWords(element: Element | null): string {
  if (!element) return 'the page';
  const kind =
    ROLE_WORDS[element.role] ??
    (element.role || (element.tag === 'input' ? 'field' : `element <${harmless(element.tag)}>`));
  return element.name ? `${kind} ${quoted(element.name)}` : kind;
}

/** A field by its name alone, as its label says it. */
function fieldWords(element: Element | null): string {
  if (element?.name) return quoted(element.name);
  const words = elementWords(element);
  return element ? `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}` : words;
}

function withModifiers(modifiers: readonly string[]): string {
  return modifiers.length > 0 ? ` with ${modifiers.join('+')}` : '';
}

function keyName(key: string): string {
  return key === ' ' ? 'Space' : harmless(key);
}

function quoted(text: string): string {
  return `“${shortened(harmless(text), NAME_LENGTH)}”`;
}

function address(url: string): string {
  return shortened(harmless(url), URL_LENGTH);
}
