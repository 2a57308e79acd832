import { expect, test } from '@playwright/test';
import { compareDeeds, type ToldStep } from '../../bench/replay-deeds.ts';
import type { Deed } from '../../bench/tasks/person.ts';
import type { Action } from '../../lib/action.ts';
import { click, element } from '../support/records.ts';

const start: Action = { type: 'goto', url: 'https://desk.example.com/', cause: 'start', sameDocument: false };
const fill = (text: string): Action => ({ type: 'fill', value: { text, class: 'words' }, by: 'typing' });
const press: Action = { type: 'press', key: 'ArrowDown', modifiers: [], consumed: true };
const wait: Action = { type: 'wait', forMs: 300, cause: 'network' };

const told = (...actions: Action[]): { steps: ToldStep[] }[] => [
  {
    steps: actions.map((action, index) => ({
      index,
      action,
      target: ['goto', 'wait'].includes(action.type) ? null : element(index),
    })),
  },
];

const clicked: Deed = { verbs: ['click'], words: 'click' };
const typed = (text: string): Deed => ({ verbs: ['fill'], words: 'type', typed: text });

test('deeds and steps that are the same leave nothing over, and say what placeholders stand for', () => {
  const { missed, invented, values } = compareDeeds(
    [clicked, typed('Ada'), clicked],
    told(start, click, fill('⟦PERSON_1⟧'), wait, click),
  );
  expect([missed, invented]).toEqual([[], []]);
  expect([...values]).toEqual([['⟦PERSON_1⟧', 'Ada']]);
});

test('placeholders in the middle of what was typed are told apart', () => {
  const { values } = compareDeeds([typed('Call Ada at noon')], told(start, fill('Call ⟦PERSON_1⟧ at ⟦WORD_2⟧')));
  expect([...values]).toEqual([
    ['⟦PERSON_1⟧', 'Ada'],
    ['⟦WORD_2⟧', 'noon'],
  ]);
});

test('what no step tells was missed, and what nobody did was invented', () => {
  const { missed, invented } = compareDeeds([clicked, typed('Ada')], told(start, fill('Ada'), click));
  expect(missed).toEqual([clicked]);
  expect(invented.map(({ index }) => index)).toEqual([2]);
});

test('a deed that may be told by many steps takes as many as there are', () => {
  const arrows: Deed = { verbs: ['press'], words: 'arrows', many: true };
  expect(compareDeeds([arrows, clicked], told(start, press, press, press, click))).toMatchObject({
    missed: [],
    invented: [],
  });
  expect(compareDeeds([clicked], told(start, press, click)).invented).toHaveLength(1);
});

test('an episode may do without what only leads up to something', () => {
  const optional: Deed = { ...clicked, optional: true };
  expect(compareDeeds([optional, typed('Ada')], told(start, fill('Ada'))).missed).toEqual([]);
  expect(compareDeeds([optional, typed('Ada')], told(start, click, fill('Ada'))).invented).toEqual([]);
});
