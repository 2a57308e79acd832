/**
 * What a part of a page speaks of, as far as its tags and roles tell: the app itself, or data.
 * - `label`: the app, with data woven in at most: buttons, labels, heads of columns, names of fields, menus
 * - `heading`: the app or a piece of data as a whole: headings, options, titles
 * - `navigation`: what is not marked otherwise is as in a heading
 * - `data`: cells, paragraphs, messages
 * Elsewhere the words themselves have to tell.
 */
export type Region = 'label' | 'heading' | 'navigation' | 'data';

type Attributes = Readonly<Record<string, unknown>>;
type Regions = ReadonlyMap<string, Region>;

function regions(table: Readonly<Record<Region, string>>): Regions {
  const entries = Object.entries(table).flatMap(([region, names]) =>
    names.split(' ').map((name) => [name, region as Region] as const),
  );
  return new Map(entries);
}

const OF_TAG = regions({
  label: 'button label legend th summary dt input select textarea optgroup',
  heading: 'h1 h2 h3 h4 h5 h6 option title caption figcaption',
  navigation: 'nav menu header footer',
  data: 'td p blockquote pre code address article dd time samp output cite q',
});

const OF_ROLE = regions({
  label:
    'button tab menuitem menuitemcheckbox menuitemradio columnheader switch checkbox radio textbox searchbox combobox ' +
    'spinbutton slider',
  heading: 'heading option treeitem rowheader alert status tooltip',
  navigation: 'navigation menu menubar tablist toolbar banner contentinfo radiogroup',
  data: 'cell gridcell row log article feed listitem comment code blockquote paragraph definition',
});

/** The region of an element in one of region `parent`. */
export function elementRegion(tag: string, attributes: Attributes, parent: Region | undefined): Region | undefined {
  const own = ownRegion(tag, attributes['role']);
  if (tag === 'th' && (parent === 'data' || attributes['scope'] === 'row')) return 'heading';
  if (own === undefined && tag === 'a' && parent === 'navigation') return 'heading';
  // A paragraph in a button is the button’s.
  if (own === 'data' && (parent === 'label' || parent === 'heading')) return parent;
  return own ?? parent;
}

/** The region of a text in an element of region `parent`. */
export const textRegion = (parent: Region | undefined): Region | undefined =>
  parent === 'navigation' ? 'heading' : parent;

/** The region of an attribute’s text on an element of region `element`. */
export function attributeRegion(name: string, element: Region | undefined): Region | undefined {
  if (name === 'placeholder' || name === 'aria-placeholder') return 'label';
  if (name === 'aria-valuetext') return 'data';
  return textRegion(element);
}

function ownRegion(tag: string, role: unknown): Region | undefined {
  const ofRole = typeof role === 'string' ? OF_ROLE.get(role.trim().toLowerCase().split(/\s+/, 1)[0] ?? '') : undefined;
  return ofRole ?? OF_TAG.get(tag);
}
