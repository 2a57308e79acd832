import type { ControlAspect } from './effect.ts';
import { hidesItself, type PageNode } from './page-node.ts';
import { hasShownClass, isAway, isBusySign } from './surface.ts';

/** What of a node is compared with what it was before. */
export interface Look {
  readonly isAway: boolean;
  readonly isHidden: boolean;
  /** A class says that it is shown. */
  readonly isShown: boolean;
  readonly isBusy: boolean;
  readonly aspects: ReadonlyMap<ControlAspect, string | undefined>;
}

export function lookOf(node: PageNode): Look {
  return {
    isAway: isAway(node),
    isHidden: hidesItself(node),
    isShown: hasShownClass(node),
    isBusy: isBusySign(node),
    aspects: aspectsOf(node),
  };
}

/** What of a control is another than before. */
export function changedAspects(before: Look, after: Look): ControlAspect[] {
  return [...after.aspects].flatMap(([aspect, value]) => {
    // Whether it is said to be closed or nothing is said makes no difference.
    const isSame =
      aspect === 'expanded' ? isExpanded(before) === isExpanded(after) : before.aspects.get(aspect) === value;
    return isSame ? [] : [aspect];
  });
}

export function isExpanded({ aspects }: Look): boolean {
  return aspects.get('expanded') === 'true';
}

function aspectsOf({ attributes, value, checked }: PageNode): Look['aspects'] {
  return new Map<ControlAspect, string | undefined>([
    ['value', value ?? attributes.get('aria-valuenow')],
    ['checked', checked === undefined ? attributes.get('aria-checked') : String(checked)],
    ['selected', attributes.get('aria-selected')],
    ['expanded', attributes.get('aria-expanded') ?? (attributes.has('open') ? 'true' : undefined)],
    ['pressed', attributes.get('aria-pressed')],
  ]);
}
