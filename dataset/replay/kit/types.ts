import type { Element as DescribedElement, Selector } from '../../../lib/element.ts';
import type { Box, Point } from '../../../lib/units.ts';
import type { HitGroup } from '../hit-group.ts';
import type { FieldState } from './field-state.ts';
import type { Resolved } from './resolved.ts';
import type { LinePlace, RichText } from './rich-text.ts';
import type { Sought, Wanted } from './sought.ts';

/** What a page must show before a step is done: how it had changed in the episode since the step before. */
export interface Signs {
  /** Texts of text nodes that had appeared, and how many nodes said so. */
  readonly appeared: readonly Sign[];
  /** Texts that had gone, and how many nodes were left that said so. */
  readonly gone: readonly Sign[];
  /** Attributes that had changed, also if they changed back. */
  readonly changed: readonly Change[];
  /** Title of the document, if it had changed. */
  readonly title: string | null;
  /** Path of the document's URL, if it had changed. */
  readonly path: string | null;
  /** True if the page changed in any way: then it is waited for until it rests, if it had the time for that. */
  readonly isChanging: boolean;
  /** Share of what appeared that is enough: less than all for a page that is new. */
  readonly enough: number;
  /** When the stream told last of a text of which a part was withheld, on the clock of the episode. */
  readonly withheldAt: number | null;
}

export interface Sign {
  readonly text: string;
  readonly count: number;
  /** How many say it or what it may be, where a part of it was withheld, and what all of these look like. */
  readonly alike?: number;
  readonly shape?: string;
}

export interface Change {
  /** CSS of the element. */
  readonly path: string;
  /** Name of the attribute. */
  readonly name: string;
  /** Null: it is not there. */
  readonly value: string | null;
  /** Classes that the element had before and after: one that has others is another. */
  readonly classes: readonly (string | null)[];
}

export interface ReadyRequest {
  readonly target: Sought | null;
  readonly signs: Signs;
  /** How long the page had when it was recorded, in ms, and somewhat more. */
  readonly paceMs: number;
  /** How long to wait for signs when the target is ready, in ms. */
  readonly patienceMs: number;
  /** How long to wait for the target, in ms. */
  readonly timeoutMs: number;
  /** True where an element that cannot be seen will do: a file input behind a button. */
  readonly mayBeHidden: boolean;
  /** True where an element that moves is taken as it is: it will not come to rest. */
  readonly mayMove: boolean;
  /** How long even a page that rests is left alone, in ms. */
  readonly notBeforeMs: number;
  /** Where to keep the element. */
  readonly as: string;
}

export interface Ready {
  readonly found: Resolved | null;
  readonly isVisible: boolean;
  readonly isEnabled: boolean;
  readonly isMoving: boolean;
  /** In words: signs that did not come. */
  readonly missing: readonly string[];
  readonly ms: number;
}

export interface Aim extends Point {
  /** True when the element is what is at the point. */
  readonly isHit: boolean;
  /** What is there instead. */
  readonly blockedBy: string;
  /** False where it has to be scrolled into view. */
  readonly isInView: boolean;
  /** True where a picture is scrolled so that its recorded point is not to be seen: another would mean something else. */
  readonly isAway: boolean;
  readonly box: Box;
}

export interface ScrollState extends Point {
  readonly maxX: number;
  readonly maxY: number;
  readonly width: number;
  readonly height: number;
  /** A place where the wheel moves this box and none inside it. Null: there is none. */
  readonly wheelAt: Point | null;
}

/** What works inside a page. Its parts are self-contained: they are sent as source. */
export interface Kit {
  /** Elements kept by name between calls, each with what it was found by. */
  readonly kept: Record<string, { element: Element; readonly target: Sought } | undefined>;

  // tree
  fold(text: string): string;
  matches(wanted: string, text: string): boolean;
  parentOf(element: Element): Element | null;
  contains(outer: Element, inner: Element): boolean;
  shadowOf(element: Element): ShadowRoot | null;
  roots(): (Document | ShadowRoot)[];
  rootFor(shadowPath: readonly string[]): Document | ShadowRoot | null;
  focused(): Element | null;
  isVisible(element: Element): boolean;
  isEnabled(element: Element): boolean;
  elementAt(x: number, y: number): Element | null;

  // names
  roleOf(element: Element): string;
  nameOf(element: Element): string;

  // candidates
  candidates(selector: Selector, wanted: Wanted, root: Document | ShadowRoot): Element[];
  /** What stood beside an element and stands beside another now: what its row said. Null: nothing contradicts. */
  strangeBeside(element: Element, target: DescribedElement, roots: readonly (Document | ShadowRoot)[]): string | null;

  // company
  /** The one of some elements that stands in this company, and how clearly so: from 0 to 1. */
  inCompany(elements: readonly Element[], company: readonly string[]): { element: Element; share: number } | null;

  // resolve
  resolve(target: Sought, mayBeHidden: boolean): { element: Element; resolved: Resolved; isVisible: boolean } | null;

  /** A kept element: found again, if the page has put another in its place. */
  element(name: string): Element | null;

  /**
   * Scrolls the boxes around `near`, or all, where nothing that named the target leads to anything any more, until something
   * does. True if it was found so. Boxes that draw nothing new as they are scrolled stay where they are.
   */
  seek(target: DescribedElement, near: Element | null): Promise<boolean>;

  // signs
  missing(signs: Signs): string[];
  watch(): void;
  forgetSeen(): void;
  /** True while the page changes, or something in it moves that will come to rest. */
  isRestless(): boolean;

  // ready
  frame(): Promise<void>;
  change(ms: number): Promise<void>;
  ready(request: ReadyRequest): Promise<Ready>;

  // aim
  aim(name: string, target: DescribedElement, group: HitGroup | null): Aim;
  reveal(name: string): void;
  /** Scrolls the boxes around an element so that its recorded point is to be seen. */
  bringIn(name: string, target: DescribedElement, group: HitGroup | null): void;
  isAt(name: string, x: number, y: number): boolean;
  isInside(name: string, outer: string): boolean;
  boxOf(name: string): Box | null;
  visibleAncestor(name: string): Aim | null;
  opener(name: string): Aim | null;

  // hit
  /** The node that was hit in the element. `group`: what names it there. */
  hitIn(element: Element, target: DescribedElement, group: HitGroup | null): Element | null;
  /** Whether what was hit in the element, as an icon, is in its place in it, as far as can be told. */
  isAsHit(element: Element, target: DescribedElement): boolean;
  /** A place in one box as a place in another: the same offset where the size is the same, else in proportion. */
  placed(point: Point, from: Box, now: DOMRect): Point;

  // fields
  field(name: string): FieldState;
  focus(name: string): boolean;
  hasFocus(name: string): boolean;
  select(name: string, start: number, end: number): void;
  setValue(name: string, value: string): void;
  isChecked(name: string): boolean | null;
  press(name: string): void;
  /** From now on it is noticed if a click reaches the element. */
  awaitClick(name: string): void;
  isClicked(name: string): boolean;
  scrolled(name: string | null): ScrollState;
  scrollTo(name: string | null, x: number, y: number): void;

  // rich
  richText(name: string): RichText;
  selectLines(name: string, start: LinePlace, end: LinePlace): void;

  // text
  characterPoints(from: string, start: number, to: string, end: number): { from: Point; to: Point } | null;
  selectText(from: string, start: number, to: string, end: number): void;
  selectedText(from: string, to: string): readonly [number, number] | null;
}
