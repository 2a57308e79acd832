import { expect, test } from '@playwright/test';
import { type CssPieces, replacePieces } from '../../lib/redaction/css-pieces.ts';

/** CSS with the kind of each piece, and what is told of it, in its place. */
function told(css: string, plain = new Set<string>()): string {
  const pieces: CssPieces = {
    name: (name, sign) => `<name ${sign} ${name}>`,
    word: (word) => `<${word}>`,
    string: (text) => `<string ${text}>`,
    url: (url) => `<url ${url}>`,
  };
  return replacePieces(css, pieces, plain);
}

test('CSS is taken apart into names, words, strings and URLs', () => {
  const cases: Record<string, string> = {
    'a.b#c:hover>d': '<a>.<name . b>#<name # c>:<hover>><d>',
    '.block--mod{--gap:-1.5em}': '.<name . block--mod>{--<name -- gap>:-1.5em}',
    'fade--in -webkit-x': '<fade>--<name -- in> <-webkit-x>',
    '#100 #1a .5em 50%x 10px': '#100 #1a .5em 50%x 10px',
    '.a\\:b .\\31 0 é': '.<name . a\\:b> .<name . \\31 0> <é>',
    '1fr 2x-large 3mariella 4-mariella 100dvh U+1E00-1EFF':
      '1fr 2<x-large> 3<mariella> 4<-mariella> 100dvh <U>+1E00-1EFF',
    'a⟦WORD_1⟧b': '<a><⟦WORD_1⟧><b>',
    'rgb(1 2 3)': '<rgb>(1 2 3)',
    [`"a\\"b" 'c'`]: `"<string a\\"b>" "<string c>"`,
    'url(a.png)URL( "b;c" )': '<url>("<url a.png>")<URL>("<url b;c>")',
    'url(a"b;c': '<url>("<url undefined>");<c>',
    '-url(a)': '<-url>("<url a>")',
  };
  for (const [css, pieces] of Object.entries(cases)) expect(told(css)).toBe(pieces);
});

test('comments go from CSS, make no word of two, and are none in strings and URLs', () => {
  expect(told('/* x */1/* y *//* rr_split */2/*')).toBe('1/* rr_split */2');
  expect(told('al/*x*//*y*/ice')).toBe('<al>/**/<ice>');
  expect(told('"/*" url(//x/*y) 1')).toBe('"<string /*>" <url>("<url //x/*y>") 1');
});

test('what looks like a string without an end is looked at as CSS unless something of it goes', () => {
  const staying: CssPieces = { name: () => 'n', word: () => 'w', string: (text) => text, url: () => 'u' };
  expect(replacePieces('"a .b\n c', staying, new Set())).toBe('"w .n\n w');
  expect(told('"a .b\n c')).toBe('"<string a .b>" <c>');
  const hostile = '"' + '%\\"'.repeat(200_000);
  // The processor’s time: a busy machine takes longer by the clock.
  const started = process.cpuUsage();
  expect(replacePieces(hostile, staying, new Set())).toBe(hostile);
  expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
});

test('parts that stay are known again, however their ends are meant elsewhere', () => {
  const asked: string[] = [];
  const pieces: CssPieces = {
    name: (name) => name,
    word: (word) => (asked.push(word), word),
    string: (text) => (text.includes('secret') ? '-' : text),
    url: (url) => url ?? '',
  };
  const plain = new Set<string>();
  expect(replacePieces('a{b:c}a{b:c}', pieces, plain)).toBe('a{b:c}a{b:c}');
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
  expect(replacePieces('d:"x;y";d:"x;secret";d:"x;y', pieces, plain)).toBe('d:"x;y";d:"-";d:"x;y');
});
