import { findInTrees } from './shadow-roots.ts';

/** Notices which popovers are open: no attribute tells of it, and rrweb does not. */
export interface PopoverWatch {
  /** Nothing in the recording says that any is open. */
  reset(): void;
  /** Popovers that were opened or closed since they were told of. */
  changes(): { readonly popover: Element; readonly isOpen: boolean }[];
}

export function watchPopovers(): PopoverWatch {
  let known = new Set<Element>();
  return {
    reset: () => known.clear(),
    changes() {
      const open = new Set(findInTrees(':popover-open'));
      const changed = [...open.symmetricDifference(known)];
      known = open;
      return changed.map((popover) => ({ popover, isOpen: open.has(popover) }));
    },
  };
}
