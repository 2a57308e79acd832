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

test('names without quotation marks are replaced in style sheets, and what CSS itself says stays', () => {
  const kept =
    '@keyframes fade-in{from{opacity:0}}.a{font:bold 14px/1.5 Inter,"Segoe UI",sans-serif;animation:fade-in .3s cubic-bezier(.4,0,.2,1) infinite;' +
    'font-family:var(--font-text),system-ui}@layer base,components;@media (max-width:600px){.b{color:red}}';
  const css =
    '@font-face{font-family: Kwame; src: url("/f.woff2")}.a{font:12px Kwame,"Okafor",serif;-webkit-animation:okafor 1s}' +
    '@-webkit-keyframes okafor{to{top:0}}@layer kwame';
  const nodes = [
    elementNode(10, 'style', { _cssText: kept }),
    elementNode(11, 'style', { _cssText: css }),
    elementNode(12, 'p', { style: 'font-family:Kwame' }),
  ];
  const changed = mutation({ attributes: [{ id: 12, attributes: { style: { 'animation-name': 'okafor' } } }] });
  const { content } = redact({ events: [...snapshot(0, nodes), changed] });
  expect(attributes(content.events, 10)).toEqual({ _cssText: kept });
  expect(JSON.stringify(content)).not.toMatch(/kwame|okafor/i);
  expect(attributes(content.events, 11)).toEqual({
    _cssText:
      '@font-face{font-family: ⟦WORD_1⟧; src: url("/f.woff2")}.a{font:12px ⟦WORD_1⟧,"⟦WORD_2⟧",serif;-webkit-animation:⟦WORD_2⟧ 1s}' +
      '@-webkit-keyframes ⟦WORD_2⟧{to{top:0}}@layer ⟦WORD_1⟧',
  });
  const hostile = `${'font:'.repeat(50_000)}${'@layer '.repeat(50_000)}`;
  // The processor’s time: a busy machine takes longer by the clock.
  const started = process.cpuUsage();
  expect(redact({ events: snapshot(0, [elementNode(10, 'style', { _cssText: hostile })]) }).failures).toBe(0);
  expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
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

test('style sheets name nothing but what CSS, apps and code know, wherever they do it', () => {
  const css =
    'kwame > user-okafor[is-kwame]:not([okafor])::part(kwame){grid-area:okafor;container-name:kwame;--z:okafor}' +
    '@container kwame (min-width:1px){p{counter-reset:okafor 1;view-transition-name:kwame}}::highlight(okafor){}';
  const plain =
    '*,::before{box-sizing:border-box;margin:-1px auto 0 -12.5em}figcaption>svg:not(:root):nth-of-type(2n+1){fill:currentcolor}' +
    '@media (prefers-reduced-motion:reduce) and (min-resolution:2dppx){a:focus-visible{transition:none!important}}' +
    '.a{transform:translate3d(0,-50%,0) rotate(45deg);color:rebeccapurple;filter:drop-shadow(0 0 2px #0003)}' +
    '@supports (display:grid) and (not (inset:0)){.b{-webkit-tap-highlight-color:transparent;width:calc(100% - 2rem)}}';
  for (const level of ['standard', 'strict'] as const) {
    const nodes = [elementNode(10, 'style', { _cssText: css }), elementNode(11, 'style', { _cssText: plain })];
    const { content } = redact({ events: snapshot(0, nodes) }, { level });
    expect(JSON.stringify(content)).not.toMatch(/kwame|okafor/i);
    expect(attributes(content.events, 11)).toEqual({ _cssText: plain });
  }
});

test('names behind escapes, numbers and signs are replaced as they are in the page', () => {
  const css = '.\\31 2-kwame{--a:12kwame;--b:3-kwame;--c:4%kwame}.a{width:10px;height:100dvh;color:#1e293bff}.\\!b{}';
  const nodes = [elementNode(10, 'style', { _cssText: css }), elementNode(11, 'a', { class: '12-kwame' })];
  const { content } = redact({ events: snapshot(0, nodes) });
  expect(attributes(content.events, 10)).toEqual({
    _cssText:
      '.\\31 2-⟦WORD_1⟧{--a:12⟦WORD_1⟧;--b:3-⟦WORD_1⟧;--c:4%⟦WORD_1⟧}.a{width:10px;height:100dvh;color:#1e293bff}.\\!b{}',
  });
  expect(attributes(content.events, 11)).toEqual({ class: '12-⟦WORD_1⟧' });
});

test('small pictures stay in style sheets if they are drawings without texts and names', () => {
  const drawn = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><path fill='none' stroke='rgba(33, 37, 41, 0.5)' stroke-linecap='round' d='m2 5 6 6 6-6'/></svg>`;
  const pictures = [
    `"data:image/svg+xml,${drawn}"`,
    `"data:image/svg+xml;base64,${btoa(drawn)}"`,
    '"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"',
    `"data:image/svg+xml,<svg><text>Kwame</text></svg>"`,
    `"data:image/svg+xml;base64,${btoa('<svg><title>Kwame</title></svg>')}"`,
    `"data:image/svg+xml,<svg id='kwame'/>"`,
    `"data:image/svg+xml,<svg><!--kwame--></svg>"`,
    `"data:image/svg+xml,<svg><path d='M1 2' data-who='x'/></svg>"`,
    `"data:image/png;base64,${btoa('Kwame Okafor of Lagos')}"`,
  ];
  const css = pictures.map((url) => `.a{background:url(${url})}`);
  const nodes = css.map((_cssText, at) => elementNode(10 + at, 'style', { _cssText }));
  const { content } = redact({ events: snapshot(0, nodes) });
  const kept = css.map((_cssText, at) => attributes(content.events, 10 + at));
  expect(kept.slice(0, 3)).toEqual(css.slice(0, 3).map((_cssText) => ({ _cssText })));
  for (const other of kept.slice(3)) expect(other).toEqual({ _cssText: expect.stringMatching(/data:image\/gif/) });
});
