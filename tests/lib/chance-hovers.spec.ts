import { expect, test } from '@playwright/test';
import { toEpisode } from '../../lib/to-episode.ts';
import { capture, captured, click, element, EPISODE, opening, SESSION, snapshot, START } from '../support/records.ts';
import { elementNode, mutation, textNode } from '../support/rrweb.ts';

const slides = [20, 21].map((id) => elementNode(id, 'div', { class: 'slide' }, textNode(id + 10, `Slide ${id}`)));

/** The steps of a person who points at one slide and clicks another, which came at the last of these moments. */
function stepsFor(turns: readonly number[]) {
  const events = turns.map((after, turn) => ({
    ...mutation({ attributes: [{ id: 20 + (turn % 2), attributes: { class: 'slide shown' } }] }),
    timestamp: START + after,
  }));
  const last = turns.at(-1) ?? 0;
  const shown = 20 + ((turns.length - 1) % 2);
  const before = { type: 'hover' } as const;
  const actions = [
    captured(before, last - 200, { eventsBefore: 1 + turns.length, target: element(41 - shown) }),
    captured(click, last + 300, { eventsBefore: 2 + turns.length, target: element(shown) }),
  ];
  const records = [opening, capture(0, { events: [...snapshot(10, slides), ...events], actions })];
  const cut = { rule: 'idle', confidence: 1 } as const;
  return toEpisode({ manifest: { session: SESSION, episode: EPISODE, cut, gaps: [] }, records });
}

const typesIn = ({ steps }: ReturnType<typeof stepsFor>) => steps.map(({ action }) => action.type);

test('what comes at regular intervals came by itself, and not because the pointer was there', () => {
  const episode = stepsFor([1_000, 2_010, 3_000, 4_020]);
  expect(typesIn(episode)).toEqual(['goto', 'click']);
  expect(episode.steps[1]?.captured).toEqual([1, 2]);
  expect(episode.completeness.broken).toEqual([]);
});

for (const [title, turns] of [
  ['what came otherwise at other times came because of the pointer', [1_000, 2_300, 3_000, 4_020]],
  ['three times are not regular', [2_000, 3_000, 4_000]],
  ['what follows a hand that goes down a list is not regular', [3_000, 3_310, 3_620, 3_930]],
] as const) {
  test(title, () => {
    expect(typesIn(stepsFor(turns))).toEqual(['goto', 'hover', 'click']);
  });
}
