import type { RawAction } from '../../lib/action.ts';
import type { RrwebEvent } from '../../lib/capture.ts';
import type { LandmarkPlace, RowPlace } from '../../lib/element.ts';
import { element, page, START } from './records.ts';
import { createMadeUpWords } from './made-up-words.ts';
import type { Random } from './seeded.ts';
import { elementNode, incremental, inputEvent, mutation, type SerializedNode, textNode } from './rrweb.ts';

const TAGS = ['div', 'p', 'a', 'td', 'svg', 'x-card', 'button', 'label', 'th', 'h2', 'li', 'nav', 'option'];

/** A page that is made up as it goes, and everything in it that must not come out. */
export function createMadeUpPage(random: Random, entered: readonly string[], run: number) {
  let id = 100;
  /** Text nodes that hold `Dear`, a value, and nothing else. */
  const greetings: { readonly id: number; readonly value: string }[] = [];

  const words = createMadeUpWords(random, entered, run);
  const { pick, enteredValue, unseen, placed, slug, url, phrase, css } = words;

  function attributes(): Record<string, unknown> {
    const makers: Record<string, () => unknown> = {
      title: () => phrase(),
      alt: () => phrase(),
      placeholder: () => phrase(),
      'aria-label': () => phrase(),
      class: () => `row person-${slug()}`,
      id: () => `row-${slug()}`,
      name: () => slug(),
      'data-name': () => enteredValue(),
      'data-props': () => JSON.stringify({ user: unseen() }),
      onclick: () => `open('${unseen()}')`,
      srcdoc: () => `<p>${unseen()}`,
      nonce: () => unseen(),
      href: () => url(),
      src: () => pick([url(), `data:text/plain,${unseen()}`, `javascript:${unseen()}`]),
      srcset: () => `${url()} 1x, ${url()} 2x`,
      action: () => url(),
      style: () => `--who:"${enteredValue()}";background:url("${url()}")`,
      role: () => pick(['button', unseen().toUpperCase() + '@']),
      'hx-vals': () => JSON.stringify({ a: unseen() }),
    };
    const names = Object.keys(makers).filter(() => random(6) === 0);
    return Object.fromEntries(names.map((name) => [name, makers[name]?.()]));
  }

  function node(depth = 0): SerializedNode {
    const own = id++;
    if (depth < 4 && random(2) === 0) {
      const children = Array.from({ length: random(4) }, () => node(depth + 1));
      return elementNode(own, pick(TAGS), attributes(), ...children);
    }
    const leaf = () => textNode(id++, phrase());
    return pick([
      () => textNode(own, phrase()),
      () => greeting(own),
      () => elementNode(own, pick(TAGS), attributes(), ...spread(enteredValue())),
      () =>
        elementNode(own, 'input', {
          ...attributes(),
          type: pick(['text', 'email', 'odd']),
          value: enteredValue(),
        }),
      () => elementNode(own, 'input', { type: 'hidden', value: unseen() }),
      () => elementNode(own, 'input', { type: 'checkbox', value: unseen(), checked: true }),
      () => elementNode(own, 'input', { type: 'file', value: `C:\\fakepath\\${unseen()}` }),
      () => elementNode(own, 'textarea', {}, textNode(id++, enteredValue())),
      () => elementNode(own, 'select', { value: placed() }, elementNode(id++, 'option', { value: placed() }, leaf())),
      () =>
        elementNode(
          own,
          'div',
          { contenteditable: 'true' },
          elementNode(id++, 'b', {}, textNode(id++, enteredValue())),
        ),
      () => elementNode(own, 'style', { _cssText: css() }),
      () => elementNode(own, 'script', { src: url() }, textNode(id++, unseen())),
      () => elementNode(own, 'template', {}, textNode(id++, unseen())),
      () => elementNode(own, 'meta', { name: 'csrf', content: unseen() }),
      () => elementNode(own, 'title', {}, leaf()),
      () => ({ type: 5, id: own, textContent: unseen() }),
      () => ({ type: 8, id: own, textContent: unseen() }),
    ])();
  }

  /** A value, in as many elements as it has letters or words. */
  function spread(value: string): SerializedNode[] {
    const pieces = random(2) === 0 ? [...value] : value.split(/(?= )/);
    return pieces.map((piece) => elementNode(id++, pick(['span', 'b']), {}, textNode(id++, piece)));
  }

  function greeting(id: number): SerializedNode {
    const value = enteredValue();
    greetings.push({ id, value });
    return textNode(id, `Dear ${value}`);
  }

  function change(): RrwebEvent {
    const some = id - 1 - random(20);
    return pick([
      () => mutation({ texts: [{ id: 90, value: phrase() }] }),
      () => mutation({ attributes: [{ id: some, attributes: attributes() }] }),
      () => mutation({ adds: [{ parentId: 4, node: node() }] }),
      () => inputEvent(91, enteredValue()),
      () => inputEvent(some, enteredValue()),
      () => incremental({ source: 8, id: 92, adds: [{ rule: css(), index: 0 }] }),
      () => incremental({ source: 13, id: 92, index: [0], set: { property: 'content', value: `"${enteredValue()}"` } }),
      () => incremental({ source: 15, id: 1, styleIds: [1], styles: [{ styleId: 1, rules: [{ rule: css() }] }] }),
      () => incremental({ source: pick([9, 10, 11, 14, 16, 40]), text: unseen() }),
      () => ({ type: pick([5, 6, 7, 8, 30]), timestamp: START, data: { payload: unseen() } }),
      () => ({ type: 4, timestamp: START, data: { href: url(), width: 1, height: 1 } }),
    ])();
  }

  /** CSS that quotes the page. */
  function pathCss(): string {
    return `:scope > tr[title=${JSON.stringify(phrase())}] > a[href^="${url()}"]`;
  }

  function rowPlace(): string {
    const place: RowPlace = {
      among: pathCss(),
      row: phrase(),
      column: pick([null, phrase()]),
      inside: pick(['', pathCss()]),
    };
    return JSON.stringify(place);
  }

  function landmarkPlace(): string {
    const place: LandmarkPlace = { role: 'region', name: phrase(), up: 1, inside: pathCss() };
    return JSON.stringify(place);
  }

  function action(): RawAction {
    const quoted = JSON.stringify(phrase());
    const selectors = [
      { kind: 'role', value: `button ${quoted}`, matches: 1 },
      { kind: 'text', value: phrase(), matches: 1 },
      { kind: 'label', value: phrase(), matches: 1 },
      { kind: 'row', value: rowPlace(), matches: 1 },
      { kind: 'landmark', value: landmarkPlace(), matches: 1 },
      { kind: 'attribute', value: `a[href="${url()}"]`, matches: 1 },
      {
        kind: 'css',
        value: `#row-${enteredValue()
          .toLowerCase()
          .replaceAll(/[^\p{L}\d]/gu, '\\$&')} > b`,
        matches: 1,
      },
      { kind: 'xpath', value: `//a[contains(.,${quoted})]`, matches: 1 },
    ] as const;
    const attributes = { title: phrase(), href: url(), 'data-testid': slug() };
    const hit = {
      ...{ nodeId: null, tag: 'i', box: { x: 0, y: 0, width: 8, height: 8 } },
      css: pick([null, pathCss()]),
      selectors: [...selectors],
      shadowPath: [pathCss()],
    };
    const target = element(93, { name: phrase(), attributes, selectors: [...selectors], shadowPath: [pathCss()], hit });
    const actions: readonly (() => RawAction['action'])[] = [
      () => ({ type: 'fill', value: enteredValue(), by: 'typing' }),
      () => ({ type: 'goto', url: url(), cause: 'link', sameDocument: false }),
      () => ({ type: 'selectOption', options: [{ label: phrase(), index: 0 }], choices: [phrase()] }),
      () => ({ type: 'drag', to: target, path: [] }),
      () => ({ type: 'submit', submitter: target }),
    ];
    const shown = { ...page, url: url(), title: phrase() };
    return { at: START, until: START, eventsBefore: 2, action: pick(actions)(), target, page: shown };
  }

  return { greetings, enteredValue, url, node, change, action };
}
