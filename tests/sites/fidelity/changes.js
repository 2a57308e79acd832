/* Changes a page at random, from a seed, in every way that pages have. Each click on “Next” makes some. */
const WORDS = ['Save', 'Open', 'Cancel', 'Settings', 'Details', 'Search', 'New', 'Close', 'Edit', 'Help'];
const closedRoots = new Map();
const rootOf = (element) => element.shadowRoot ?? closedRoots.get(element);
/** What the page was at each press. */
var dumps = [];
let made = [];

/** mulberry32 */
let seed = Number(new URLSearchParams(location.search).get('seed') ?? 1);
function below(limit) {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
}
const one = (of) => of[below(of.length)];
const $ = (css) => document.querySelector(css);
const word = () => one(WORDS);
const rgb = () => `rgb(${below(256)}, ${below(256)}, ${below(256)})`;

function row(of = document) {
  const item = of.createElement('li');
  item.className = one(['row', 'row item', 'row late', 'wide']);
  item.append(word(), Object.assign(of.createElement('b'), { textContent: ` ${word()}` }), ` ${word()}`);
  return item;
}
/** Places to change: in the page, in shadow roots and in frames. */
function places() {
  const frames = [...document.querySelectorAll('iframe')].map(({ contentDocument }) => contentDocument?.body);
  const roots = [...$('#hosts').children].map(rootOf);
  return [$('#list'), $('#list'), ...roots, ...frames].filter(Boolean);
}
const somewhere = () => one(places());
/** Of sheets that a script adopts in a frame its recorder hears when somebody acts in the frame. */
const nearby = () => one(places().filter((place) => place.ownerDocument === document));
function anyRow() {
  const rows = places().flatMap((place) => [...place.querySelectorAll('li')]);
  return rows.length > 0 ? one(rows) : undefined;
}
const documentOf = (place) => place.ownerDocument;

const CHANGES = {
  insert: (place = somewhere()) => place.insertBefore(row(documentOf(place)), one([...place.childNodes, null])),
  remove: () => anyRow()?.remove(),
  move(item = anyRow()) {
    const place = item?.parentNode;
    place?.insertBefore(item, one([...place.childNodes].filter((node) => node !== item).concat(null)));
  },
  away: (item = anyRow()) => item && $('#list').append(item),
  again(item = anyRow()) {
    const { parentNode, nextSibling } = item ?? {};
    item?.remove();
    item?.append(` ${word()}`);
    parentNode?.insertBefore(item, nextSibling);
  },
  text: (item = anyRow()) => item?.firstChild && (item.firstChild.textContent = word()),
  split: (item = anyRow()) => item?.firstChild?.splitText?.(1),
  join: (item = anyRow()) => item?.normalize(),
  class: (item = anyRow()) => item?.classList.toggle(one(['late', 'wide', 'item'])),
  attribute(item = anyRow()) {
    const name = one(['title', 'aria-label', 'hidden', 'data-state', 'dir']);
    if (item?.hasAttribute(name)) item.removeAttribute(name);
    else item?.setAttribute(name, { hidden: '', 'data-state': 'open', dir: 'rtl' }[name] ?? word());
  },
  style: (item = anyRow()) => item?.style.setProperty(one(['color', 'background-color']), rgb()),
  unstyle: (item = anyRow()) => item?.style.removeProperty('color'),
  styleText: (item = anyRow()) => item && (item.style.cssText = `color: ${rgb()}; font-size: ${10 + below(8)}px`),
  inner: (item = anyRow()) => item && (item.innerHTML = `<i>${word()}</i> <span class="wide">${word()}</span>`),
  replace: (item = anyRow()) => item?.replaceWith(row(documentOf(item)), row(documentOf(item))),
  clone: (item = anyRow()) => item && item.after(item.cloneNode(true)),
  insertRule() {
    const { sheet } = $('#rules');
    sheet.insertRule(`.${one(['row', 'item', 'late', 'wide'])} { color: ${rgb()} }`, below(sheet.cssRules.length + 1));
  },
  deleteRule: ({ sheet } = $('#rules')) => sheet.cssRules.length > 1 && sheet.deleteRule(below(sheet.cssRules.length)),
  styleElement: () =>
    document.head.append(Object.assign(document.createElement('style'), { textContent: `b { color: ${rgb()} }` })),
  adopt(place = nearby()) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`li { background-color: ${rgb()} }`);
    const root = place.getRootNode();
    root.adoptedStyleSheets = [...root.adoptedStyleSheets.slice(-1), sheet];
  },
  changeAdopted(place = nearby()) {
    const sheet = place.getRootNode().adoptedStyleSheets[0];
    if (sheet)
      one([() => sheet.insertRule(`i { color: ${rgb()} }`), () => sheet.replaceSync(`li { color: ${rgb()} }`)])();
  },
  host() {
    const mode = one(['open', 'closed']);
    // Closed roots are looked for in custom elements only.
    const host = $('#hosts').appendChild(document.createElement(mode === 'open' ? 'section' : 'desk-card'));
    const root = host.attachShadow({ mode });
    root.innerHTML = `<style>li { font-weight: 700 }</style><ul class="wide"></ul><slot></slot>`;
    root.firstElementChild.nextElementSibling.append(row());
    host.append(word());
    if (mode === 'closed') closedRoots.set(host, root);
  },
  lateHost: () => $('#hosts').append(document.createElement('desk-late')),
  lateRoot() {
    const host = [...document.querySelectorAll('desk-late')].find(({ shadowRoot }) => shadowRoot === null);
    host?.attachShadow({ mode: 'open' }).append(row(), document.createElement('slot'));
  },
  hostGone: () => $('#hosts').firstElementChild?.remove(),
  frame() {
    const frame = document.createElement('iframe');
    const kind = one(['blank', 'srcdoc', 'page']);
    if (kind === 'srcdoc') frame.srcdoc = `<!doctype html><body><li class="row">${word()}</li>`;
    if (kind === 'page') frame.src = 'frame.html';
    $('#frames').append(frame);
    if (kind === 'blank') frame.contentDocument.body.append(row(frame.contentDocument));
  },
  frameGone: () => $('#frames').children.length > 1 && $('#frames').firstElementChild.remove(),
  value: () => ($('#name').value = `${word()} ${word()}`),
  notes: () => ($('#notes').value = word()),
  check: () => ($('#urgent').checked = !$('#urgent').checked),
  radio: () => (one([...document.querySelectorAll('[type=radio]')]).checked = true),
  select: () => ($('#state').selectedIndex = below($('#state').length)),
  option: () => $('#state').add(new Option(word())),
  row: () =>
    $('#rows')
      .insertRow(below($('#rows').rows.length + 1))
      .append(...[0, 1].map(() => Object.assign(document.createElement('td'), { textContent: word() }))),
  details: () => ($('#more').open = !$('#more').open),
  dialog: () => ($('#dialog').open ? $('#dialog').close() : $('#dialog').show()),
  popover: () => $('#popover').togglePopover(),
  feed(first = below(1000)) {
    $('#feed').replaceChildren(
      ...Array.from({ length: 8 }, (_, at) => {
        const item = row();
        item.id = `item-${first + at}`;
        return item;
      }),
    );
  },
  scrollFeed() {
    const kept = [...$('#feed').children].slice(below(4));
    $('#feed').replaceChildren(...kept, row(), row());
  },
  drawing() {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 20 20');
    svg.innerHTML = `<circle cx="10" cy="10" r="${1 + below(9)}" fill="red"></circle>`;
    somewhere().append(documentOf(somewhere()).adoptNode(svg));
  },
  canvas() {
    const canvas = $('#feed').appendChild(document.createElement('canvas'));
    canvas.getContext('2d').fillRect(0, 0, 10, 10);
  },
  fragment() {
    const fragment = document.createDocumentFragment();
    fragment.append(row(), row(), row());
    $('#list').prepend(fragment);
  },
};

addEventListener('pointerdown', () => void dumps.push({ made, dump: dumpOf(document, rootOf) }), { capture: true });
addEventListener('DOMContentLoaded', () => {
  const only = new URLSearchParams(location.search).get('only')?.split(',') ?? Object.keys(CHANGES);
  $('#next').addEventListener('click', () => {
    made = Array.from({ length: 1 + below(4) }, () => one(only));
    for (const name of made) CHANGES[name]();
  });
});
