/** What browsers make of an element without a role. */
const OF_TAG: Readonly<Record<string, string>> = {
  ...{ address: 'group', aside: 'complementary', datalist: 'listbox', dd: 'definition', del: 'deletion', dfn: 'term' },
  ...{ details: 'group', dt: 'term', em: 'emphasis', fieldset: 'group', hgroup: 'group', hr: 'separator' },
  ...{ ins: 'insertion', li: 'listitem', menu: 'list', nav: 'navigation', ol: 'list', optgroup: 'group' },
  ...{ output: 'status', p: 'paragraph', progress: 'progressbar', s: 'deletion', sub: 'subscript' },
  ...{ sup: 'superscript', tbody: 'rowgroup', textarea: 'textbox', tfoot: 'rowgroup', th: 'columnheader' },
  ...{ thead: 'rowgroup', tr: 'row', ul: 'list' },
};
/** Elements that are called as their role is. */
const AS_CALLED =
  /^(article|blockquote|button|caption|code|dialog|figure|main|mark|math|meter|option|search|strong|table|time)$/;

const OF_INPUT: Readonly<Record<string, string>> = {
  ...{ submit: 'button', reset: 'button', image: 'button', file: 'button', range: 'slider', number: 'spinbutton' },
  ...{ search: 'searchbox', text: 'textbox', email: 'textbox', tel: 'textbox', url: 'textbox', password: 'textbox' },
  ...{ button: 'button', checkbox: 'checkbox', radio: 'radio' },
};

/** What keeps browsers from taking a role away. */
const OF_USE = '[tabindex],[aria-label],[aria-labelledby],:is(button,input,select,textarea):enabled,:is(a,area)[href]';
const NAMED = '[aria-label],[aria-labelledby],[title]';
const PART = ':is(article,aside,main,nav,section) *';
const LAYOUT = 'table:is([role="none"],[role="presentation"]) *';

/** The ARIA role of an element as browsers compute it. Empty: none that says anything. */
export function roleOf(element: Element): string {
  const [given = ''] = element.getAttribute('role')?.trim().toLowerCase().split(/\s+/) ?? [];
  if (given === 'none' || given === 'presentation') return element.matches(OF_USE) ? implicitRole(element) : '';
  if (given === 'generic' || (/^(region|form)$/.test(given) && !element.matches(NAMED))) return '';
  return given === 'image' ? 'img' : given || implicitRole(element);
}

function implicitRole(element: Element): string {
  const is = (selector: string) => element.matches(selector);
  const { localName } = element;
  switch (localName) {
    case 'a':
    case 'area':
      return is('[href]') ? 'link' : '';
    case 'form':
      return is(NAMED) ? 'form' : '';
    case 'section':
      return is(NAMED) ? 'region' : '';
    case 'header':
      return is(PART) ? 'sectionheader' : 'banner';
    case 'footer':
      return is(PART) ? 'sectionfooter' : 'contentinfo';
    case 'img':
      return is(`[alt=""]:not(${NAMED})`) ? '' : 'img';
    case 'input': {
      const role = OF_INPUT[(element as HTMLInputElement).type] ?? '';
      return is('[list]') && /^(text|search)box$/.test(role) ? 'combobox' : role;
    }
    case 'select':
      return is('[multiple]') || (element as HTMLSelectElement).size > 1 ? 'listbox' : 'combobox';
    case 'summary':
      return is('details > :first-of-type') ? 'button' : '';
    case 'svg':
      return is(`${NAMED},:has(> title):not(:has(text,[tabindex]))`) ? 'img' : '';
    case 'g':
      return is(NAMED) ? 'group' : '';
    case 'td':
      if (is(LAYOUT)) return '';
      return is('[role="grid"] *,[role="treegrid"] *') ? 'gridcell' : 'cell';
    case 'th':
      return is('[scope="row"]') ? 'rowheader' : 'columnheader';
    default:
      if (element instanceof SVGGeometryElement) return is('[tabindex]') ? 'graphics-symbol' : '';
      if (/^h[1-6]$/.test(localName)) return 'heading';
      return AS_CALLED.test(localName) ? localName : (OF_TAG[localName] ?? '');
  }
}
