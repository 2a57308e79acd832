export const PERTURBATIONS = ['nothing', 'banner', 'shuffled rows', 'renamed classes', 'another locale'] as const;
export type Perturbation = (typeof PERTURBATIONS)[number];

/**
 * Changes a page as time does. Elements stay who they are; texts marked `translate="no"` are data and stay too.
 * @returns nothing; `globalThis.restore()` in the page undoes it.
 */
export function perturb(what: Perturbation): void {
  const undo: (() => void)[] = [];
  const roots: ParentNode[] = [
    document,
    ...[...((globalThis as { roots?: Map<Element, ShadowRoot> }).roots ?? [])].map(([, root]) => root),
  ];
  const all = (css: string) => roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(css)]);
  const change = (element: Element, name: string, to: (value: string) => string) => {
    const value = element.getAttribute(name);
    if (value === null) return;
    element.setAttribute(name, to(value));
    undo.push(() => element.setAttribute(name, value));
  };
  const translated = (text: string) => text.replace(/\p{L}+/gu, (word) => `${word.split('').reverse().join('')}o`);
  if (what === 'banner') {
    const banner = document.createElement('div');
    banner.style.height = '40px';
    banner.textContent = 'Maintenance on Sunday';
    document.body.prepend(banner);
    undo.push(() => banner.remove());
  }
  if (what === 'shuffled rows') {
    for (const list of all('tbody, ul, ol, .board')) {
      const order = [...list.children];
      list.append(...order.toReversed());
      undo.push(() => list.append(...order));
    }
  }
  if (what === 'renamed classes')
    for (const element of all('[class]'))
      change(element, 'class', (names) => names.replace(/\S+/g, (name) => `n${name.length}${name.at(-1)}-x`));
  if (what === 'another locale') {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
      for (const element of all(`[${name}]`)) change(element, name, translated);
    for (const root of roots) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        const text = node.nodeValue ?? '';
        if (node.parentElement?.closest('[translate="no"], script, style')) continue;
        node.nodeValue = translated(text);
        undo.push(() => (node.nodeValue = text));
      }
    }
  }
  Object.assign(globalThis, { restore: () => undo.toReversed().forEach((step) => step()) });
}
