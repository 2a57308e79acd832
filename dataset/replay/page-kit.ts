import type { ElementHandle, Frame, JSHandle } from 'playwright';
import { aimPart } from './kit/aim.ts';
import { candidatesPart } from './kit/candidates.ts';
import { companyPart } from './kit/company.ts';
import { fieldsPart } from './kit/fields.ts';
import { hitPart } from './kit/hit.ts';
import { namesPart } from './kit/names.ts';
import { readyPart } from './kit/ready.ts';
import { resolvePart } from './kit/resolve.ts';
import { richPart } from './kit/rich.ts';
import { seekPart } from './kit/seek.ts';
import { signsPart } from './kit/signs.ts';
import { textPart } from './kit/text.ts';
import { treePart } from './kit/tree.ts';
import type { Kit } from './kit/types.ts';

const PARTS = [
  treePart,
  namesPart,
  candidatesPart,
  companyPart,
  resolvePart,
  seekPart,
  signsPart,
  readyPart,
  aimPart,
  hitPart,
  fieldsPart,
  richPart,
  textPart,
];

/** The parts as one expression: nothing of it is named in the page, which cannot tell that it is there. */
const SOURCE = `(() => { const kit = { kept: {} }; for (const part of [${PARTS.join(',\n')}]) Object.assign(kit, part(kit)); kit.watch(); return kit; })()`;

/** Lets replay look into closed shadow roots, as the recorder does. Runs before the scripts of every page. */
export function rememberClosedRoots(): void {
  const name = Symbol.for('showhow.closedRoots');
  if (Object.hasOwn(window, name)) return;
  const roots = new WeakMap<Element, ShadowRoot>();
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachShadow(this: Element, init: ShadowRootInit) {
    const root = attach.call(this, init);
    if (init.mode === 'closed') roots.set(this, root);
    return root;
  };
  Object.defineProperty(window, name, { value: roots });
}

const kits = new WeakMap<Frame, JSHandle<Kit>>();

/** Does something with the kit of a frame. The frame gets a new one when it has loaded a new document meanwhile. */
export async function inPage<A, T>(
  frame: Frame,
  work: (input: { kit: Kit; given: A }) => T,
  given: A,
): Promise<Awaited<T>> {
  for (let tries = 0; ; tries += 1) {
    try {
      const kit = kits.get(frame) ?? (await equip(frame));
      // Playwright types what it sends by what arrives: handles as what they stand for.
      return (await frame.evaluate(work as never, { kit, given } as never)) as Awaited<T>;
    } catch (error) {
      if (tries >= MAX_TRIES || !isGone(error)) throw error;
      kits.delete(frame);
      await frame.waitForLoadState('domcontentloaded').catch(() => undefined);
    }
  }
}

/** New documents that may come in between. */
const MAX_TRIES = 5;

async function equip(frame: Frame): Promise<JSHandle<Kit>> {
  const kit = (await frame.evaluateHandle(SOURCE)) as JSHandle<Kit>;
  kits.set(frame, kit);
  return kit;
}

/** True when the document went away under the question. */
function isGone(error: unknown): boolean {
  return (
    error instanceof Error &&
    /context was destroyed|Cannot find context|JSHandles can be evaluated only|handle is disposed|navigat/i.test(
      error.message,
    )
  );
}

/** A kept element as Playwright knows it. Null: it is not there. */
export async function keptElement(frame: Frame, name: string): Promise<ElementHandle | null> {
  const kit = kits.get(frame) ?? (await equip(frame));
  const handle = await kit.evaluateHandle((parts, wanted) => parts.element(wanted), name);
  return handle.asElement();
}
