import type { PageState, RawAction, RedactedAction } from '../action.ts';
import type { Element, Hit, Selector } from '../element.ts';
import { redactFile } from './file-types.ts';
import { isKeyName } from './key-names.ts';
import { isGuardedTarget } from './learn.ts';
import { elementKind } from './node-kind.ts';
import type { Pass } from './pass.ts';
import { elementRegion, type Region, textRegion } from './region.ts';
import { redactAttribute } from './redact-attributes.ts';
import { isTellingName } from './redact-name.ts';
import { redactTag } from './redact-node.ts';
import { redactSelector } from './redact-selector.ts';
import { redactText, redactValue } from './redact-text.ts';
import { redactUrl } from './redact-url.ts';

const ROLE = /^[a-z][a-z -]{0,40}$/i;

/** An action with its target and its page. */
export function redactAction(raw: RawAction, pass: Pass): RedactedAction {
  const { at, until, eventsBefore, action, target, page } = raw;
  return {
    ...{ at, until, eventsBefore },
    action: redactVerb(action, isGuardedTarget(target, pass.nodes), pass),
    target: target && redactElement(target, pass),
    page: page && redactPage(page, pass),
  };
}

function redactVerb(action: RawAction['action'], isGuarded: boolean, pass: Pass): RedactedAction['action'] {
  const text = (value: string, region: Region) => redactText(value, 'action', pass, region);
  switch (action.type) {
    case 'fill': {
      const { typed, value, ...rest } = action;
      const redacted = { ...rest, value: redactValue(value, 'action', pass, isGuarded) };
      if (typed === undefined) return redacted;
      // A space alone, of which a field has nothing, chooses or opens: it tells as little as any other key.
      if (typed === ' ' && value === '' && !isGuarded) return { ...redacted, typed: { text: ' ', class: 'words' } };
      return { ...redacted, typed: redactValue(typed, 'action', pass, isGuarded) };
    }
    case 'dialog':
      return {
        ...action,
        message: text(action.message, 'label'),
        value: action.value === null ? null : redactValue(action.value, 'action', pass),
      };
    case 'selectOption': {
      const options = action.options.map(({ label, index }) => ({ label: text(label, 'heading'), index }));
      return { ...action, options, choices: action.choices.map((choice) => text(choice, 'heading')) };
    }
    case 'press':
      return { ...action, key: isKeyName(action.key) ? action.key : 'Unidentified' };
    case 'upload':
      return { ...action, files: action.files.map(redactFile) };
    case 'drag':
    case 'selectText':
      return { ...action, to: action.to && redactElement(action.to, pass) };
    case 'submit':
      return { ...action, submitter: action.submitter && redactElement(action.submitter, pass) };
    case 'goto':
    case 'goBack':
    case 'reload':
      return { ...action, url: redactUrl(action.url, pass) };
    case 'click':
    case 'dblclick':
    case 'hover':
    case 'check':
    case 'uncheck':
    case 'scroll':
    case 'wheel':
    case 'wait':
    case 'copy':
    case 'cut':
    case 'paste':
    case 'tabOpen':
    case 'tabSwitch':
    case 'tabClose':
      return action;
  }
}

function redactElement(element: Element, everywhere: Pass): Element {
  const pass = { ...everywhere, region: regionOf(element, everywhere) };
  const kind = elementKind(element.tag, element.attributes, undefined);
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.attributes)) {
    const safe = redactAttribute(name, value, kind, 'action', pass);
    if (typeof safe === 'string') attributes[name] = safe;
  }
  return {
    ...element,
    tag: redactTag(element.tag, 'action', pass),
    role: ROLE.test(element.role) && !isTellingName(element.role, 'action', pass) ? element.role : '',
    name: redactText(element.name, 'name', pass),
    attributes,
    selectors: element.selectors.map((selector) => redactedSelector(selector, pass)),
    ...(element.hit && { hit: redactHit(element.hit, pass) }),
    shadowPath: element.shadowPath.map((selector) => redactSelector('css', selector, pass)),
  };
}

/** What an element speaks of: its place in the page says it, or else its tag and role. */
function regionOf({ nodeId, tag, role }: Element, { regions }: Pass): Region | undefined {
  const own = elementRegion(tag, { role }, undefined);
  return textRegion(own ?? (nodeId === null ? undefined : regions.get(nodeId)));
}

function redactHit(hit: Hit, pass: Pass): Hit {
  const { tag, css, selectors, shadowPath, ...rest } = hit;
  return {
    ...rest,
    tag: redactTag(tag, 'action', pass),
    css: css && redactSelector('css', css, pass),
    ...(selectors && { selectors: selectors.map((selector) => redactedSelector(selector, pass)) }),
    ...(shadowPath && { shadowPath: shadowPath.map((selector) => redactSelector('css', selector, pass)) }),
  };
}

const redactedSelector = (selector: Selector, pass: Pass): Selector => ({
  ...selector,
  value: redactSelector(selector.kind, selector.value, pass),
});

function redactPage(page: PageState, pass: Pass): PageState {
  return { ...page, url: redactUrl(page.url, pass), title: redactText(page.title, 'title', pass, 'heading') };
}
