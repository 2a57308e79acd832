import type { Change, Kit, Sign } from './types.ts';

/** Whether the page shows what the episode saw. Sent to the page as source. */
export function signsPart(kit: Kit): Pick<Kit, 'missing' | 'watch' | 'forgetSeen' | 'isRestless'> {
  const unread = new Set(['script', 'style', 'noscript', 'template']);
  /** Texts that were there for a moment since the last step. */
  const seen = new Set<string>();
  let bag: Map<string, number> | null = null;
  /** How many texts may be what was withheld, by what was not. */
  const shapes = new Map<string, number>();
  /** A page that has not changed for so long rests, in ms. */
  const rest = 80;
  let changedAt = performance.now() - rest;
  const watched = new WeakSet<Node>();
  const observer = new MutationObserver(take);

  function take(records: readonly MutationRecord[]): void {
    if (records.length === 0) return;
    bag = null;
    changedAt = performance.now();
    for (const { type, target, addedNodes, oldValue } of records) {
      if (type === 'characterData') {
        note(target.nodeValue ?? '');
        note(oldValue ?? '');
      }
      for (const node of addedNodes) remember(node);
    }
  }
  function note(text: string): void {
    const folded = kit.fold(text);
    if (folded !== '' && seen.size < 5000) seen.add(folded);
  }
  function remember(node: Node): void {
    if (node.nodeType === Node.TEXT_NODE) note(node.nodeValue ?? '');
    else eachText(node, note);
    if (node instanceof Element) for (const root of shadows(node)) observe(root);
  }
  function shadows(within: Element): ShadowRoot[] {
    return [within, ...within.querySelectorAll('*')].flatMap((element) => kit.shadowOf(element) ?? []);
  }
  function observe(root: Node): void {
    if (watched.has(root)) return;
    watched.add(root);
    const all = { subtree: true, childList: true, characterData: true, attributes: true, characterDataOldValue: true };
    observer.observe(root, all);
  }
  function eachText(within: Node, visit: (text: string) => void): void {
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
      node instanceof Element && unread.has(node.localName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) visit(node.nodeValue ?? '');
      else if (node instanceof Element) {
        const shadow = kit.shadowOf(node);
        if (shadow) eachText(shadow, visit);
      }
    }
  }
  function texts(): Map<string, number> {
    take(observer.takeRecords());
    if (bag) return bag;
    const counts = new Map<string, number>();
    eachText(document, (text) => {
      const folded = kit.fold(text);
      if (folded !== '') counts.set(folded, (counts.get(folded) ?? 0) + 1);
    });
    bag = counts;
    shapes.clear();
    return counts;
  }
  function countOf(wanted: string): number {
    const exact = texts().get(wanted);
    if (exact !== undefined || !wanted.includes('⟦')) return exact ?? 0;
    // All that is withheld looks the same.
    const shape = wanted.replace(/⟦[^⟦⟧]*⟧/gu, '⟦⟧');
    const known = shapes.get(shape);
    if (known !== undefined) return known;
    let count = 0;
    for (const [text, times] of texts()) if (kit.matches(shape, text)) count += times;
    shapes.set(shape, count);
    return count;
  }
  const hasPassed = (wanted: string) => seen.has(wanted);
  function lacks({ text, count, alike, shape }: Sign): boolean {
    // Values are one value however they are written: what was typed in small letters may be shown in capitals.
    if (alike !== undefined && shape !== undefined && countOf(shape) >= alike) return false;
    if (alike !== undefined && text.includes('⟦')) return countOf(text) < alike;
    return countOf(text) < count && !(hasPassed(text) && countOf(text) === 0);
  }
  const keeps = ({ text, count }: Sign) => countOf(text) > count;
  function differs({ path, name, value, classes }: Change): boolean {
    let element: Element | null = null;
    try {
      element = document.querySelector(path);
    } catch {
      return false;
    }
    // A page that is built in another way says nothing about this.
    if (!element || !classes.includes(element.getAttribute('class'))) return false;
    const now = element.getAttribute(name);
    return value === null || now === null ? value !== now : !kit.matches(kit.fold(value), kit.fold(now));
  }
  return {
    watch: () => observe(document),
    forgetSeen: () => seen.clear(),
    isRestless() {
      take(observer.takeRecords());
      if (performance.now() - changedAt < rest) return true;
      return document.getAnimations().some(({ playState, effect }) => {
        const { endTime } = effect?.getComputedTiming() ?? {};
        return playState === 'running' && typeof endTime === 'number' && endTime < 3_000;
      });
    },
    missing({ appeared, gone, changed, title, path, enough }) {
      const lacking = appeared.filter(lacks);
      const missing: string[] = [];
      if (lacking.length > appeared.length * (1 - enough))
        missing.push(...lacking.map(({ text }) => `the text “${text}” has not appeared`));
      missing.push(...gone.filter(keeps).map(({ text }) => `the text “${text}” is still there`));
      missing.push(
        ...changed
          .filter(differs)
          .map(({ path: css, name, value }) =>
            value === null ? `“${name}” of ${css} is still there` : `“${name}” of ${css} is not “${value}”`,
          ),
      );
      if (title !== null && !kit.matches(kit.fold(title).toLowerCase(), kit.fold(document.title).toLowerCase()))
        missing.push(`the title is “${document.title}”, not “${title}”`);
      if (path !== null && !kit.matches(path, location.pathname) && !location.pathname.endsWith(path))
        missing.push(`the address is ${location.pathname}, not ${path}`);
      return missing;
    },
  };
}
