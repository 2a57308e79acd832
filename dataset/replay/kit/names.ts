import type { Kit } from './types.ts';

/** ARIA roles and accessible names, as far as finding elements again needs them. Sent to the page as source. */
export function namesPart(kit: Kit): Pick<Kit, 'roleOf' | 'nameOf'> {
  const byTag: Record<string, string> = {
    ...{
      button: 'button',
      summary: 'button',
      select: 'combobox',
      textarea: 'textbox',
      option: 'option',
      table: 'table',
    },
    ...{ h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading', form: 'form' },
    ...{ ul: 'list', ol: 'list', li: 'listitem', tr: 'row', td: 'cell', th: 'columnheader', nav: 'navigation' },
    ...{ main: 'main', dialog: 'dialog', article: 'article', p: 'paragraph', img: 'img', hr: 'separator' },
    ...{ progress: 'progressbar', meter: 'meter', output: 'status', fieldset: 'group', details: 'group', svg: 'img' },
    ...{ tbody: 'rowgroup', thead: 'rowgroup', tfoot: 'rowgroup', optgroup: 'group', aside: 'complementary' },
    ...{ section: 'region', datalist: 'listbox', header: 'banner', footer: 'contentinfo' },
  };
  const byType: Record<string, string> = {
    ...{ button: 'button', submit: 'button', reset: 'button', image: 'button', checkbox: 'checkbox', radio: 'radio' },
    ...{ range: 'slider', number: 'spinbutton', search: 'searchbox' },
  };
  const fromContent =
    /^(button|link|option|checkbox|radio|switch|tab|menuitem|menuitemcheckbox|menuitemradio|treeitem|heading|cell|gridcell|columnheader|rowheader|row|tooltip)$/;

  function text(node: Node, depth = 0): string {
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
    if (!(node instanceof Element) || depth > 20) return '';
    if (node.getAttribute('aria-hidden') === 'true' || /^(script|style|template|noscript)$/.test(node.localName))
      return '';
    if (depth > 0) {
      const label = node.getAttribute('aria-label') ?? node.getAttribute('alt');
      if (label) return ` ${label} `;
      if (node instanceof HTMLInputElement || node instanceof HTMLSelectElement) return '';
      const { display, visibility } = getComputedStyle(node);
      if (display === 'none' || visibility === 'hidden') return '';
      const content = children(node, depth);
      return display.startsWith('inline') ? content : ` ${content} `;
    }
    return children(node, depth);
  }
  function children(node: Element, depth: number): string {
    const nodes = node instanceof HTMLSlotElement ? node.assignedNodes({ flatten: true }) : node.childNodes;
    return [...nodes].map((child) => text(child, depth + 1)).join('');
  }
  function named(element: Element): string {
    const root = element.getRootNode() as Document | ShadowRoot;
    const ids = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
    const labelledBy = ids.flatMap((id) => root.getElementById(id) ?? []).map((label) => text(label));
    if (labelledBy.some((part) => part.trim() !== '')) return labelledBy.join(' ');
    const label = element.getAttribute('aria-label');
    if (label?.trim()) return label;
    if (element instanceof HTMLInputElement && /^(button|submit|reset)$/.test(element.type)) {
      const standard: Record<string, string> = { submit: 'Submit', reset: 'Reset' };
      return element.value || (standard[element.type] ?? '');
    }
    const labels = [...((element as Partial<HTMLInputElement>).labels ?? [])];
    if (labels.length > 0) return labels.map((part) => text(part)).join(' ');
    const alt = element.getAttribute('alt');
    if (alt) return alt;
    const title = element instanceof SVGElement ? element.querySelector(':scope > title')?.textContent : null;
    if (title) return title;
    const legend = element.querySelector(':scope > legend, :scope > caption, :scope > figcaption');
    if (legend && /^(fieldset|table|figure)$/.test(element.localName)) return text(legend);
    const content = fromContent.test(kit.roleOf(element)) ? text(element) : '';
    return content.trim() || element.getAttribute('title') || element.getAttribute('placeholder') || '';
  }
  return {
    roleOf(element) {
      const given = element.getAttribute('role')?.trim().split(/\s+/)[0];
      if (given) return given;
      if (element instanceof HTMLInputElement) return element.list ? 'combobox' : (byType[element.type] ?? 'textbox');
      if (element.localName === 'a' || element.localName === 'area') return element.hasAttribute('href') ? 'link' : '';
      if (element instanceof HTMLSelectElement) return element.multiple || element.size > 1 ? 'listbox' : 'combobox';
      if (element.localName === 'td' && element.closest('[role="grid"], [role="treegrid"]')) return 'gridcell';
      return byTag[element.localName] ?? '';
    },
    nameOf: (element) => kit.fold(named(element)).slice(0, 200),
  };
}
