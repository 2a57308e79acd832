import { expect, test } from '@playwright/test';
import { styleSheetsIn, withStyleSheetReferences } from '../../lib/redaction/style-sheets.ts';
import { restoreStyleSheets } from '../../lib/style-sheets.ts';
import { snapshot } from '../support/records.ts';
import { attributes, fill, redact } from '../support/redact.ts';
import { elementNode, incremental, mutation } from '../support/rrweb.ts';

test('style sheets lose comments, queries and what was entered, and keep how they look', () => {
  const css =
    '@import "https://x.example/a.css?k=1";/* by Eve *//* rr_split */.a::after{content:"Hi Alice Martin";' +
    'background:url(\'/b.png?s=1\')}.i::before{content:"\\e900"}.g{fill:url(#grad)}.d{background:url(data:image/svg+xml,%3Csvg/%3E)}' +
    `.f{src:url(data:font/woff2;base64,${'A'.repeat(3000)})}`;
  const style = elementNode(10, 'style', { _cssText: css });
  const { content } = redact({ events: snapshot(0, [style]), actions: [fill('Alice Martin')] });
  expect(attributes(content.events, 10)).toEqual({
    _cssText: expect.stringMatching(
      /^@import "https:\/\/x\.example\/a\.css";\/\* rr_split \*\/\.a::after\{content:"Hi ⟦WORDS_1⟧";background:url\("\/b\.png"\)\}\.i::before\{content:"\\e900"\}\.g\{fill:url\("#grad"\)\}\.d\{background:url\("data:image\/svg\+xml,%3Csvg\/%3E"\)\}\.f\{src:url\("data:image\/gif/,
    ),
  });
});

test('style sheets are redacted in every event that carries them', () => {
  const rule = '.a::after{content:"Alice Martin"}';
  const events = [
    incremental({ source: 8, id: 10, adds: [{ rule, index: 0 }], removes: [{ index: [0, 1] }] }),
    incremental({ source: 8, styleId: 1, replaceSync: rule }),
    incremental({
      source: 13,
      id: 10,
      index: [0],
      set: { property: 'content', value: '"Alice Martin"', priority: undefined },
    }),
    incremental({ source: 15, id: 1, styleIds: [1], styles: [{ styleId: 1, rules: [{ rule, index: 0 }] }] }),
    mutation({
      attributes: [
        { id: 11, attributes: { style: { '--k': '"Alice Martin"', color: ['red', 'important'], top: false } } },
      ],
    }),
  ];
  const { content, failures } = redact({ events, actions: [fill('Alice Martin')] });
  expect(failures).toBe(0);
  expect(JSON.stringify(content)).not.toContain('Alice');
  expect(content.events[4]?.data).toMatchObject({
    attributes: [{ attributes: { style: { '--k': '"⟦WORDS_1⟧"', color: ['red', 'important'], top: false } } }],
  });
});

test('names in style sheets are replaced wherever a selector has them, as they are in the page', () => {
  const css = '.row.kwame:hover{}a.kwame,div#okafor.kwame{color:#fff;margin:.5em 0.25em}';
  const nodes = [elementNode(10, 'style', { _cssText: css }), elementNode(11, 'a', { class: 'row kwame' })];
  const { content } = redact({ events: snapshot(0, nodes) });
  expect(attributes(content.events, 10)).toEqual({
    _cssText: '.row.⟦WORD_1⟧:hover{}a.⟦WORD_1⟧,div#⟦WORD_2⟧.⟦WORD_1⟧{color:#fff;margin:.5em 0.25em}',
  });
  expect(attributes(content.events, 11)).toEqual({ class: 'row ⟦WORD_1⟧' });
});

test('long style sheets are replaced by references and come back', () => {
  const css = '.a{color:red}'.repeat(40);
  const children = [
    elementNode(10, 'style', { _cssText: css }),
    elementNode(11, 'link', { _cssText: css }),
    elementNode(12, 'style', { _cssText: '.b{}' }),
  ];
  const { content } = redact({ events: snapshot(0, children) });
  expect(styleSheetsIn(content)).toEqual([css]);
  const referring = withStyleSheetReferences(content, (sheet) => (sheet === css ? 'ASSET' : undefined));
  expect([10, 11, 12].map((id) => attributes(referring.events, id))).toEqual([
    { _cssAsset: 'ASSET' },
    { _cssAsset: 'ASSET' },
    { _cssText: '.b{}' },
  ]);
  const sheets = new Map([['ASSET', css]]);
  expect(referring.events.map((event) => restoreStyleSheets(event, sheets, () => {}))).toEqual(content.events);
});
