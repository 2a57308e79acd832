import { rootOf } from './dom-tree.ts';
import { roleOf } from './element-role.ts';
import { isFillable } from './fields.ts';
import { isSecretField } from './secret-fields.ts';

/** Longest name that is kept, in characters. */
const MAX_NAME = 200;
/** Nodes that are looked at for one name, at most: styles cost. */
const MAX_NODES = 150;

/** Roles whose elements are named by what they contain. */
const BY_CONTENT =
  /^(button|cell|checkbox|columnheader|gridcell|heading|link|menuitem|menuitemcheckbox|menuitemradio|option|radio|rowheader|switch|tab|term|tooltip|treeitem)$/;
const UNSAID = 'script,style,noscript,template,[aria-hidden="true"]';

/** What is known on the way through the elements that make a name. */
interface Walk {
  /** What is part of the name already. The element itself is no part of its label. */
  readonly seen: Set<Element>;
  /** Inside of what another element refers to: references from there lead nowhere. */
  readonly isReferred: boolean;
  /** Inside of something hidden that was referred to: it is said although it is not shown. */
  readonly saysHidden: boolean;
}

/** The accessible name of an element as browsers compute it. What was typed into secret fields is no part of it. */
export function accessibleName(element: Element): string {
  return normalise(nameOf(element, { seen: new Set(), isReferred: false, saysHidden: false }, true));
}

/** The name that an element would have by its attributes or its text, without computing styles. */
export function quickName(element: Element): string {
  const short = element.getAttribute('aria-label') ?? element.getAttribute('alt') ?? element.getAttribute('title');
  return normalise(short || element.textContent || '');
}

/** White space as one space, and not too long. */
export const normalise = (text: string): string =>
  text
    .slice(0, 10 * MAX_NAME)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_NAME);

function nameOf(element: Element, walk: Walk, isItself = false): string {
  if (walk.seen.has(element) || walk.seen.size > MAX_NODES) return '';
  walk.seen.add(element);
  if (!isItself && !walk.saysHidden && isHidden(element)) return '';
  const said = (text: string | null) => (text?.trim() ? text : '');
  return (
    (!walk.isReferred && said(referredName(element, walk))) ||
    (!isItself && embeddedValue(element)) ||
    said(element.getAttribute('aria-label')) ||
    said(nativeName(element, walk)) ||
    ((!isItself || isNamedByContent(element)) && said(contentOf(element, walk))) ||
    said(element.getAttribute('title')) ||
    said(element.getAttribute('placeholder')) ||
    said(element.getAttribute('aria-placeholder'))
  );
}

function referredName(element: Element, { seen }: Walk): string {
  const ids = element.getAttribute('aria-labelledby')?.trim().split(/\s+/) ?? [];
  const named: Element[] = ids.flatMap((id) => rootOf(element).getElementById(id) ?? []);
  const others = new Set([...seen].filter((other) => !named.includes(other)));
  return named
    .map((other) => nameOf(other, { seen: others, isReferred: true, saysHidden: isHidden(other) }, other === element))
    .join(' ');
}

function isNamedByContent(element: Element): boolean {
  const role = roleOf(element);
  return BY_CONTENT.test(role) || (role === 'row' && element.matches('[tabindex],[role="grid"] *,[role="treegrid"] *'));
}

/** What a field holds counts where the field is part of another's label. */
function embeddedValue(element: Element): string {
  if (element instanceof HTMLSelectElement) return [...element.selectedOptions].map(({ text }) => text).join(' ');
  const range = element.getAttribute('aria-valuetext') ?? element.getAttribute('aria-valuenow');
  if (range !== null) return range;
  if (!isFillable(element) || isSecretField(element)) return '';
  return (element as Partial<HTMLInputElement>).value ?? element.textContent;
}

function nativeName(element: Element, walk: Walk): string | null {
  const { labels } = element as Partial<HTMLInputElement>;
  if (labels?.length) return [...labels].map((label) => nameOf(label, walk)).join(' ');
  const child = (tag: string) => [...element.children].find(({ localName }) => localName === tag);
  const byChild = (tag: string) => {
    const found = child(tag);
    return found ? nameOf(found, walk) : '';
  };
  if (element instanceof SVGElement) return child('title')?.textContent ?? '';
  switch (element.localName) {
    case 'input':
      return buttonName(element as HTMLInputElement);
    case 'img':
    case 'area':
      return element.getAttribute('alt');
    case 'fieldset':
      return byChild('legend');
    case 'table':
      return byChild('caption');
    case 'optgroup':
    case 'option':
      return element.getAttribute('label');
    default:
      return '';
  }
}

function buttonName({ type, value, alt, title }: HTMLInputElement): string {
  if (type === 'button') return value;
  if (type === 'submit') return value || 'Submit';
  if (type === 'reset') return value || 'Reset';
  return type === 'image' ? alt || title || 'Submit' : '';
}

function contentOf(element: Element, walk: Walk): string {
  let text = generated(element, '::before');
  const { textTransform } = getComputedStyle(element);
  for (const child of (element.shadowRoot ?? element).childNodes) {
    if (child instanceof Text) text += transformed(child.data, textTransform);
    // What hangs below an item of a tree is no part of it.
    else if (child instanceof Element && !child.matches('[role="treeitem"] > [role="group"]')) {
      const name = nameOf(child, walk);
      // Words in one line are one word; what is a box of its own, or is named as a whole, stands by itself.
      text += getComputedStyle(child).display === 'inline' && !child.matches('[aria-label],img') ? name : ` ${name} `;
    }
  }
  return text + generated(element, '::after');
}

/** Browsers say a text as it is shown. */
function transformed(text: string, as: string): string {
  if (as === 'uppercase') return text.toUpperCase();
  if (as === 'lowercase') return text.toLowerCase();
  return as === 'capitalize' ? text.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()) : text;
}

function generated(element: Element, pseudo: string): string {
  const { content } = getComputedStyle(element, pseudo);
  return /^"/.test(content) ? (content.split('" / "').at(-1)?.replace(/^"|"$/g, '') ?? '') : '';
}

function isHidden(element: Element): boolean {
  return element.matches(UNSAID) || !element.checkVisibility({ visibilityProperty: true });
}
