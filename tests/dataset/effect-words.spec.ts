import { expect, test } from '@playwright/test';
import { effectWords } from '../../dataset/effect-words.ts';
import type { Effect } from '../../lib/effect.ts';
import { click } from '../support/records.ts';

const NOTHING: Effect = {
  ...{
    navigation: null,
    dialog: null,
    tab: null,
    opened: [],
    closed: [],
    changed: [],
    scrolled: [],
    focus: null,
    busy: [],
  },
  ...{ domChanges: 0, settledMs: 0 },
};
const surface = (kind: 'menu' | 'popup' | 'status') => ({ stream: 0, nodeId: 5, kind, by: 'node' }) as const;
const words = (effect: Partial<Effect>) => effectWords({ action: click, effect: { ...NOTHING, ...effect } });

for (const [effect, text] of [
  [{}, 'nothing to be seen'],
  [{ domChanges: 7, settledMs: 2_300 }, 'the page changed for 2.3 s'],
  [{ domChanges: 7 }, 'the page changed'],
  [{ opened: [surface('popup'), surface('menu')], focus: { stream: 0, nodeId: 9 } }, 'a menu came up; the focus moved'],
  [{ opened: [surface('popup')], closed: [surface('menu')] }, 'a part of the page came up; a menu went away'],
  [{ changed: [{ stream: 0, nodeId: 5, aspect: 'value' }], busy: ['network'] }, '1 control changed; the page was busy'],
  [{ navigation: { url: 'https://a.example/', load: 'full' }, tab: 1 }, 'went to https://a.example/; opened tab 2'],
  [{ scrolled: [{ stream: 0, nodeId: 1 }] }, 'something was scrolled'],
  [{ dialog: 'confirm' }, 'the browser asked (confirm)'],
] as const satisfies readonly (readonly [object, string])[]) {
  test(`what came of a step reads “${text}”`, () => {
    expect(words(effect as Partial<Effect>)).toBe(text);
  });
}

test('what the words of a step say already is not said again', () => {
  const navigation = { url: 'https://a.example/', load: 'full' } as const;
  const action = { type: 'goto', url: navigation.url, cause: 'start', sameDocument: false } as const;
  expect(effectWords({ action, effect: { ...NOTHING, navigation } })).toBe('');
  const scroll = { type: 'scroll', by: { x: 0, y: 50 }, to: { x: 0, y: 50 } } as const;
  expect(effectWords({ action: scroll, effect: { ...NOTHING, scrolled: [{ stream: 0, nodeId: 1 }] } })).toBe('');
  expect(effectWords({ action: { type: 'wait', forMs: 900, cause: 'change' }, effect: NOTHING })).toBe('');
});
