import type { CDPSession, Page } from '@playwright/test';

/** How an element presents itself to somebody who cannot see it. */
export interface Presented {
  readonly role: string;
  readonly name: string;
}

/** An element as the recorder describes it and as the browser presents it. */
export interface Compared {
  readonly own: Presented;
  readonly theirs: Presented;
  readonly html: string;
}

/** What Chromium calls roles that ARIA has no word for, or another. */
const ROLE_OF: Readonly<Record<string, string>> = {
  ...{ generic: '', none: '', image: 'img' },
  DisclosureTriangle: 'button',
};

/**
 * Elements of the page's body, in document order, beside what the browser's own accessibility tree says of them. Left out
 * is what nobody is told of. `description`: the recorder's `describe-element.ts` as a page module named `showhow`.
 */
export async function compareNames(page: Page, description: string, among = '*'): Promise<Compared[]> {
  await page.evaluate(`${description}; globalThis.showhow = showhow`);
  const ours = await page.evaluate((wanted) => {
    const { describeElement } = (
      globalThis as unknown as { showhow: typeof import('../../entrypoints/recorder.content/describe-element.ts') }
    ).showhow;
    return [...document.body.querySelectorAll('*')].map((element) => {
      if (!element.matches(wanted)) return null;
      const { role, name } = describeElement(element, null, () => null);
      return { role, name, html: element.outerHTML.slice(0, 120) };
    });
  }, among);
  const devtools = await page.context().newCDPSession(page);
  const browsers = await presentedBy(devtools, page);
  await devtools.detach();
  if (browsers.length !== ours.length) throw new Error('The page changed while it was compared.');
  return ours.flatMap((own, index) => {
    const theirs = browsers[index];
    return own && theirs ? [{ html: own.html, own: { role: own.role, name: own.name }, theirs }] : [];
  });
}

/** True where both say the same. */
export function isSameToAll({ own, theirs }: Compared): boolean {
  return own.role === theirs.role && own.name === theirs.name;
}

interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly backendNodeId: number;
  readonly children?: readonly DomNode[];
}

/** Elements of the body in document order, as the browser presents them. Undefined: what nobody is told of. */
async function presentedBy(devtools: CDPSession, page: Page): Promise<(Presented | undefined)[]> {
  await page.bringToFront();
  const { root } = await devtools.send('DOM.getDocument', { depth: -1 });
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  const known = new Map(nodes.map((node) => [node.backendDOMNodeId, node]));
  const body = all(root).find(({ nodeName }) => nodeName === 'BODY');
  if (!body) throw new Error('The page has no body.');
  return all(body)
    .filter((node) => node !== body && node.nodeType === 1)
    .map(({ backendNodeId }) => {
      const node = known.get(backendNodeId);
      if (!node || node.ignored) return undefined;
      const role = String(node.role?.value ?? '');
      const isInternal = node.role?.type === 'internalRole';
      return {
        role: ROLE_OF[role] ?? (isInternal ? '' : role),
        name: String(node.name?.value ?? '')
          .replace(/\s+/g, ' ')
          .trim(),
      };
    });
}

const all = (node: DomNode): DomNode[] => [node, ...(node.children ?? []).flatMap(all)];
