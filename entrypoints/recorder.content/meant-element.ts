import { ancestry } from './dom-tree.ts';

/** How far from the hit node the control around it may be. */
const MAX_LEVELS = 8;

const CONTROLS = [
  ...['a[href]', 'area[href]', 'button', 'input', 'select', 'textarea', 'summary', 'option', 'iframe', '[onclick]'],
  ...['button', 'link', 'checkbox', 'radio', 'switch', 'tab', 'menuitem', 'menuitemcheckbox', 'menuitemradio', 'option']
    .concat('treeitem', 'gridcell', 'combobox', 'listbox', 'textbox', 'searchbox', 'slider', 'spinbutton')
    .map((role) => `[role="${role}"]`),
].join();

/** The control that somebody means who hits a node: the button around an icon, the checkbox of a label. */
export function meantElement(hit: Element): Element {
  let level = 0;
  for (const element of ancestry(hit)) {
    if (element.matches(CONTROLS))
      return element instanceof HTMLOptionElement ? (element.closest('select') ?? element) : element;
    if (element instanceof HTMLElement && element.isContentEditable) return editingHost(element);
    if (element instanceof HTMLLabelElement) return element.control ?? element;
    level += 1;
    if (level > MAX_LEVELS) break;
  }
  return focusable(hit) ?? (hit instanceof SVGElement ? (hit.ownerSVGElement ?? hit) : hit);
}

/** True for what a press and release on means a click, however far the pointer moved in between. */
export const isControl = (element: Element): boolean =>
  element.matches(CONTROLS) && !element.matches('[role="slider"]');

/** The outermost element of an editable region. */
export function editingHost(element: HTMLElement): HTMLElement {
  let host = element;
  while (host.parentElement?.isContentEditable) host = host.parentElement;
  return host;
}

function focusable(hit: Element): Element | null {
  let level = 0;
  for (const element of ancestry(hit)) {
    if (element.hasAttribute('tabindex') && element !== document.body) return element;
    level += 1;
    if (level > MAX_LEVELS) return null;
  }
  return null;
}
