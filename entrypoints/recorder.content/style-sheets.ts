import { treeRoots } from './shadow-roots.ts';

/** Rules that a script has appended to a style sheet which is in the recording already. */
export interface AppendedRules {
  readonly owner: Node;
  /** Place of the first of them in the sheet. */
  readonly from: number;
  readonly rules: readonly string[];
}

/**
 * Notices what the isolated world is not told of: rules inserted by script, sheets adopted later, trees that come after
 * their hosts.
 */
export interface StyleSheetWatch {
  /** Everything that is there now is in the recording. */
  reset(): void;
  /** What has changed since; `unclear` when only a new snapshot can tell. Sheets that came with a new node are in it already. */
  changes(): readonly AppendedRules[] | 'unclear';
}

interface Known {
  readonly count: number;
  /** While it is where it was, what is new has been appended. */
  readonly lastRule: CSSRule | undefined;
}

/** @param nodeId that of a node in the recording. */
export function watchStyleSheets(nodeId: (node: Node | null) => number | null): StyleSheetWatch {
  let known = new WeakMap<CSSStyleSheet, Known>();
  let adopted = new WeakMap<DocumentOrShadowRoot, readonly CSSStyleSheet[]>();

  function learn(sheet: CSSStyleSheet) {
    const rules = rulesOf(sheet);
    known.set(sheet, { count: rules.length, lastRule: rules[rules.length - 1] });
  }
  function appendedTo(sheet: CSSStyleSheet, { count, lastRule }: Known): AppendedRules | 'unclear' | undefined {
    const rules = rulesOf(sheet);
    const isSame = count === 0 || rules[count - 1] === lastRule;
    if (isSame && rules.length === count) return undefined;
    if (!isSame || !sheet.ownerNode) return 'unclear';
    return { owner: sheet.ownerNode, from: count, rules: [...rules].slice(count).map((rule) => rule.cssText) };
  }
  return {
    reset() {
      known = new WeakMap();
      adopted = new WeakMap();
      for (const root of treeRoots()) {
        adopted.set(root, [...root.adoptedStyleSheets]);
        for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) learn(sheet);
      }
    },
    changes() {
      const appended: AppendedRules[] = [];
      for (const root of treeRoots()) {
        const now = root.adoptedStyleSheets;
        const then = adopted.get(root) ?? (nodeId(root.firstChild) ? now : null);
        if (now.length !== then?.length || now.some((sheet, index) => sheet !== then[index])) return 'unclear';
        adopted.set(root, [...now]);
        for (const sheet of [...root.styleSheets, ...now]) {
          const before = known.get(sheet);
          const change = before && appendedTo(sheet, before);
          if (change === 'unclear') return change;
          if (change) appended.push(change);
          if (change || !before) learn(sheet);
        }
      }
      return appended;
    },
  };
}

/** A sheet from another origin keeps its rules to itself: nothing of it is recorded either. */
function rulesOf(sheet: CSSStyleSheet): ArrayLike<CSSRule> & Iterable<CSSRule> {
  try {
    return sheet.cssRules;
  } catch {
    return [];
  }
}
