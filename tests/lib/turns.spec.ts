import { expect, test } from '@playwright/test';
import { toEpisode } from '../../lib/to-episode.ts';
import { capture, captured, element, EPISODE, opening, SESSION, snapshot } from '../support/records.ts';
import { elementNode } from '../support/rrweb.ts';

const FIELD = { tag: 'input', role: 'checkbox', name: 'Urgent' };

/** What is told of a box that was `before`, described as `states` say, of which the recorder saw `verb`. */
function toldOf(verb: 'check' | 'uncheck', before: 'on' | 'off', states: 'checked'[], type = 'checkbox'): string[] {
  const box = elementNode(7, 'input', { type, ...(before === 'on' && { checked: true }) });
  const action = captured({ type: verb }, 20, { target: element(7, { ...FIELD, states }) });
  const { steps } = toEpisode({
    manifest: { session: SESSION, episode: EPISODE, cut: { rule: 'idle', confidence: 1 }, gaps: [] },
    records: [opening, capture(0, { events: snapshot(10, [box]), actions: [action] })],
  });
  return steps.slice(1).map((step) => step.action.type);
}

test('a box that its page puts back at once was turned all the same', () => {
  expect(toldOf('uncheck', 'off', [])).toEqual(['check']);
  expect(toldOf('check', 'on', ['checked'])).toEqual(['uncheck']);
});

test('what was seen to change is told as it was seen', () => {
  expect(toldOf('check', 'off', [])).toEqual(['check']);
  expect(toldOf('uncheck', 'on', ['checked'])).toEqual(['uncheck']);
  // Described only once it had changed.
  expect(toldOf('check', 'off', ['checked'])).toEqual(['check']);
  expect(toldOf('uncheck', 'on', [])).toEqual(['uncheck']);
  expect(toldOf('check', 'on', ['checked'], 'radio')).toEqual(['check']);
});
