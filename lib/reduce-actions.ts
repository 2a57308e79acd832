import type { Action } from './action.ts';
import { type Draft, isInFrame, isScripted } from './draft.ts';
import type { CapturedAction } from './episode.ts';
import { isConsequence, isLedInto } from './reaction-rules.ts';
import { isTypedAt, together } from './reduction-rules.ts';

/** One intent of the person, and the captured actions that it was seen as. */
export type ReducedAction = Pick<Draft, 'action' | 'target' | 'first' | 'captured' | 'at' | 'until'>;

/**
 * Reduces captured actions, in order of time, to what a person would say they did. A click that focuses a field stays,
 * since it is something the person did and a computer-use agent has to do. Each result names what it came from; every
 * captured action is named by exactly one.
 */
export function reduceActions(captured: readonly CapturedAction[]): ReducedAction[] {
  const drafts: Draft[] = [];
  for (const [index, next] of captured.entries()) {
    const concerned = drafts.findLastIndex((draft) => concerns(draft, next));
    const causeAt = concerned < 0 && isLedInto(next) ? drafts.length - 1 : concerned;
    const cause = drafts[causeAt];
    const last = drafts.at(-1);
    const both = last && together(last, next);
    if (last && both) drafts[drafts.length - 1] = continued(last, next, index, both);
    else if (cause && isConsequence(pressed(cause), next)) drafts[causeAt] = withConsequence(cause, next, index);
    else drafts.push(begun(next, index));
  }
  return drafts.map(pressed);
}

/** A space alone, typed where there is no field, is the key that chooses, opens, checks or scrolls. */
function pressed(draft: Draft): Draft {
  if (!isTypedAt(draft.action) || draft.action.typed?.text !== ' ') return draft;
  return { ...draft, action: { type: 'press', key: ' ', modifiers: [], consumed: true } };
}

/** The last step that had to do with the tab is the only one that can have caused something in it. */
function concerns(draft: Draft, { tab, action }: CapturedAction): boolean {
  if (action.type === 'tabOpen') return draft.tabs.includes(action.opener);
  const isAfterClosing = draft.action.type === 'tabClose' || draft.scripted === 'tabClose';
  return draft.tabs.includes(tab) || (action.type === 'tabSwitch' && isAfterClosing);
}

function begun({ action, target, document, at, until, tab, page }: CapturedAction, index: number): Draft {
  const url = page?.url ?? null;
  const when = { at, until, settled: until };
  return { action, target, first: index, captured: [index], document, url, ...when, tabs: [tab], scripted: null };
}

function continued(last: Draft, next: CapturedAction, index: number, both: Pick<Draft, 'action' | 'target'>): Draft {
  const until = Math.max(last.until, next.until);
  return { ...last, ...both, captured: [...last.captured, index], until, settled: Math.max(last.settled, until) };
}

function withConsequence(cause: Draft, next: CapturedAction, index: number): Draft {
  return {
    ...cause,
    captured: [...cause.captured, index],
    settled: Math.max(cause.settled, next.until),
    tabs: cause.tabs.includes(next.tab) ? cause.tabs : [...cause.tabs, next.tab],
    scripted: scriptedBy(next.action, cause),
  };
}

/** The browser's own word on what a script did is still to come, or it is this. */
function scriptedBy(action: Action, { scripted }: Draft): Draft['scripted'] {
  if (isInFrame(action)) return scripted;
  if (isScripted(action)) return action.type;
  return action.type === 'goBack' ? null : scripted;
}
