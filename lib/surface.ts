import type { SurfaceKind } from './effect.ts';
import { hidesItself, type PageNode } from './page-node.ts';

const BY_ROLE: Readonly<Record<string, SurfaceKind>> = {
  menu: 'menu',
  listbox: 'listbox',
  dialog: 'dialog',
  alertdialog: 'dialog',
  tooltip: 'tooltip',
  alert: 'alert',
  status: 'status',
  log: 'status',
};
const BY_LIVE: Readonly<Record<string, SurfaceKind>> = { assertive: 'alert', polite: 'status' };

/** The kind of surface that a node says it is, seen or not. */
export function surfaceKind({ tag, attributes }: PageNode): SurfaceKind | undefined {
  const role = (attributes.get('role') ?? '').trim().split(/\s+/)[0] ?? '';
  if (BY_ROLE[role]) return BY_ROLE[role];
  if (tag === 'dialog') return 'dialog';
  if (attributes.has('popover')) return 'popup';
  return BY_LIVE[attributes.get('aria-live') ?? ''] ?? (tag === 'output' ? 'status' : undefined);
}

/** Messages are there when they say something; other surfaces are there when they are shown. */
export function isMessage(kind: SurfaceKind): boolean {
  return kind === 'alert' || kind === 'status';
}

/** True when a node by itself keeps what is in it from being seen or used, as far as its attributes tell. */
export function isAway(node: PageNode): boolean {
  return hidesItself(node) || node.attributes.get('aria-hidden') === 'true' || node.attributes.has('inert');
}

const SHOWN_CLASS = /(?:^|[\s_-])(?:show|shown|open|opened|visible|active|expanded|in)(?=\s|$)/;

/** True when a class such as `show`, `is-open` or `menu--visible` says that the surface is there. */
export function hasShownClass({ attributes }: PageNode): boolean {
  return SHOWN_CLASS.test(attributes.get('class') ?? '');
}

const BUSY_CLASS = /(?:^|[\s_-])(?:spinner|loading|loader|skeleton|busy)(?=[\s_-]|$)/i;

/** True for what shows that a page is waiting for something: it says so, or it is a progress bar or a spinner. */
export function isBusySign({ tag, attributes }: PageNode): boolean {
  if (attributes.get('aria-busy') === 'true' || tag === 'progress') return true;
  return attributes.get('role') === 'progressbar' || BUSY_CLASS.test(attributes.get('class') ?? '');
}
