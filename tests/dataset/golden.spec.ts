import { expect, test } from '@playwright/test';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEpisode } from '../../dataset/open-episode.ts';
import { openSealedData } from '../../dataset/sealed-data.ts';
import { flagWords, qualityWords } from '../../dataset/quality-words.ts';
import { stepWords } from '../../dataset/step-words.ts';
import { summary } from '../../dataset/summary.ts';
import { COLOURED, harmless, paintFor, wrap } from '../../dataset/terminal.ts';
import { clock, duration } from '../../dataset/words.ts';
import type { Episode } from '../../lib/episode.ts';
import { click, element, EPISODE, SESSION } from '../support/records.ts';
import { makeKeyPair, sealEpisode, storeEpisode } from '../support/sealed-episode.ts';
import { TICKET_RECORDS } from '../support/ticket-records.ts';

const GOLDEN = join(import.meta.dirname, 'golden');

async function ticketEpisode(): Promise<Episode> {
  const folder = await mkdtemp(join(tmpdir(), 'showhow-golden-'));
  const { identity, recipient } = await makeKeyPair();
  await storeEpisode(folder, await sealEpisode(TICKET_RECORDS, recipient));
  const { episode } = await openEpisode(await openSealedData(folder), { session: SESSION, episode: EPISODE }, [
    identity,
  ]);
  await rm(folder, { recursive: true });
  return episode;
}

/** Compares with a file in `golden`; writes it instead when `SHOWHOW_UPDATE_GOLDEN` is set, so that a change is seen in review. */
async function expectGolden(name: string, text: string): Promise<void> {
  const path = join(GOLDEN, name);
  if (process.env['SHOWHOW_UPDATE_GOLDEN']) await writeFile(path, text);
  expect(text).toBe(await readFile(path, 'utf8'));
}

test('a sealed session opens to the golden episode', async () => {
  await expectGolden('episode.json', `${JSON.stringify(await ticketEpisode(), null, 2)}\n`);
});

test('the summary of the golden episode reads as it should', async () => {
  const text = summary(await ticketEpisode());
  await expectGolden('summary.txt', `${text}\n`);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
});

test('colour changes nothing but colour', async () => {
  const episode = await ticketEpisode();
  const coloured = summary(episode, COLOURED);
  expect(coloured).toContain('\u001b[');
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(summary(episode));
});

test('colour is for terminals whose owner does not mind', () => {
  const isColoured = (stream: { isTTY?: boolean }, NO_COLOR?: string) => paintFor(stream, { NO_COLOR }) === COLOURED;
  expect([isColoured({ isTTY: true }), isColoured({ isTTY: true }, '1'), isColoured({})]).toEqual([true, false, false]);
});

test('a page cannot steer the terminal through what it is called', () => {
  const name = 'Save\u001b]0;owned\u0007\u202e\r\nnow';
  expect(harmless(name)).toBe('Save ]0;owned now');

  expect(stepWords({ action: click, target: element(1, { name }) })).toBe('Clicked button “Save ]0;owned now”');
});

for (const [action, words] of [
  [{ type: 'press', key: 's', modifiers: ['Control'], consumed: true }, 'Pressed Control+s in button “Save”'],
  [{ type: 'click', button: 'right', clickCount: 1, modifiers: ['Shift'] }, 'Right-clicked button “Save” with Shift'],
  [{ type: 'fill', value: { text: '', class: 'empty' }, by: 'typing' }, 'Emptied “Save”'],
  [
    { type: 'fill', value: { text: '', class: 'empty' }, typed: { text: 'ada,', class: 'word' }, by: 'typing' },
    'Filled “Save” with ada, (word)',
  ],
  [{ type: 'scroll', by: { x: 0, y: -120 }, to: { x: 0, y: 0 } }, 'Scrolled button “Save” 120 px up'],
  [{ type: 'upload', files: [{ mediaType: 'application/pdf', extension: 'pdf' }] }, 'Uploaded 1 file (pdf) in “Save”'],
  [{ type: 'goto', url: 'https://a.example/', cause: 'start', sameDocument: false }, 'Began at https://a.example/'],
  [
    { type: 'goto', url: 'https://a.example/', cause: 'bookmark', sameDocument: false },
    'Went to https://a.example/ by a bookmark',
  ],
  [{ type: 'drag', to: null, path: [] }, 'Dragged button “Save”'],
  [{ type: 'wait', forMs: 2_500, cause: 'loading' }, 'Waited 2.5 s for the page to load'],
] as const) {
  test(`a step reads “${words}”`, () => {
    expect(stepWords({ action: action as Parameters<typeof stepWords>[0]['action'], target: element(1) })).toBe(words);
  });
}

test('a field without a name is told by its kind', () => {
  const action = { type: 'fill', value: { text: '', class: 'empty' }, by: 'typing' } as const;
  const emptied = (role: string) => stepWords({ action, target: element(1, { role, tag: 'div', name: '' }) });
  expect([emptied('textbox'), emptied('')]).toEqual(['Emptied a field', 'Emptied an element <div>']);
});

test('what is marked about a step stands beside it', () => {
  expect(flagWords({ flags: [] })).toBe('');
  expect(flagWords({ flags: ['retry', 'no_effect'] })).toBe(' (tried again, nothing came of it)');
});

test('what is missing from an episode is told with the steps', async () => {
  const episode = await ticketEpisode();
  const broken = [{ rule: 'targets_or_reasons' as const, steps: [2, 4] }];
  expect(qualityWords({ ...episode, completeness: { isComplete: false, broken } })[0]).toBe(
    'not complete: a target was not seen (step 2, 4)',
  );
});

test('lines break between words, and inside those that are too long', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrap('https://a.example/very/long', 10)).toEqual(['https://a.', 'example/ve', 'ry/long']);
});

test('times read as people say them', () => {
  expect([0, 7_400, 65_000, 3_725_000].map(clock)).toEqual(['0:00', '0:07', '1:05', '1:02:05']);
  expect([90, 12_300, 185_000, 4_800_000].map(duration)).toEqual(['0.1 s', '12 s', '3 min 5 s', '1 h 20 min']);
});
