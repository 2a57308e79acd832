import { expect, test } from '@playwright/test';
import { createClocks } from '../../dataset/replay/clocks.ts';
import { createPageModel } from '../../lib/page-model.ts';
import { toEpisode } from '../../lib/to-episode.ts';
import { capture, captured, click, EPISODE, opening, SESSION, snapshot, START } from '../support/records.ts';
import { elementNode, mutation, textNode } from '../support/rrweb.ts';

interface Said {
  readonly texts?: readonly string[];
  readonly at?: readonly number[];
  /** When somebody clicked. */
  readonly clicks?: readonly number[];
  readonly now?: number;
}

/** What counts `now`, in a page whose output said these texts at these moments. */
function counting({
  texts = ['$9.50', '$10.05', '$9.80'],
  at = [2_000, 3_010, 4_000],
  clicks = [500],
  now = 4_300,
}: Said) {
  const output = elementNode(20, 'output', {}, textNode(21, '$9.00'));
  const actions = clicks.map((after) => captured(click, after));
  const records = [opening, capture(0, { events: snapshot(10, [output]), actions })];
  const cut = { rule: 'idle', confidence: 1 } as const;
  const { steps } = toEpisode({ manifest: { session: SESSION, episode: EPISODE, cut, gaps: [] }, records });
  const clocks = createClocks(steps, (text) => text.trim());
  const model = createPageModel();
  for (const event of snapshot(10, [output])) model.apply(event);
  for (const [turn, value] of texts.entries()) {
    const event = { ...mutation({ texts: [{ id: 21, value }] }), timestamp: START + (at[turn] ?? 0) };
    clocks.note(event, model);
    model.apply(event);
  }
  return [...clocks.textsAt(START + now)];
}

test('a number that changes at regular intervals counts by itself', () => {
  expect(counting({})).toEqual(['$9.50', '$10.05', '$9.80']);
  expect(counting({ texts: ['⟦MONEY_1⟧', '⟦MONEY_2⟧', '⟦MONEY_1⟧'] })).toEqual(['⟦MONEY_1⟧', '⟦MONEY_2⟧']);
});

for (const [title, said] of [
  ['at other intervals', { at: [2_000, 3_200, 4_000] }],
  ['twice', { texts: ['1', '2'] }],
  ['into words', { texts: ['1 %', '2 %', 'Done'] }],
  ['whenever somebody does something', { clicks: [1_950, 2_960, 3_950] }],
  ['no more', { now: 9_000 }],
] as const)
  test(`what changes ${title} does not`, () => {
    expect(counting(said)).toEqual([]);
  });

test('an element that is drawn anew with another number counts too', () => {
  const clocks = createClocks([], (text) => text);
  for (const turn of [1, 2, 3]) {
    const [id, text] = [30 + turn, 40 + turn];
    const adds = [
      { parentId: id, node: textNode(text, `${turn} s`) },
      { parentId: 20, node: elementNode(id, 'b') },
    ];
    clocks.note({ ...mutation({ adds }), timestamp: START + turn * 500 }, createPageModel());
  }
  expect([...clocks.textsAt(START + 1_600)]).toEqual(['1 s', '2 s', '3 s']);
});
