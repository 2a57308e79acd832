import type { LeakCase } from './leak-case.ts';

/** Names and numbers where code has to take apart what is written before it sees them. */
export const SPELLING_CASES: readonly LeakCase[] = [
  {
    ...{ number: 281, title: 'names behind escapes and numbers in style sheets' },
    head: '<style>.\\31 2-$A{color:red} .a{--b:12$B;--c:3-$C;--d:4%$D} #f\\:$E{color:red}</style>',
    html: '<p class="a">x</p>',
  },
  {
    ...{ number: 282, title: 'pictures in style sheets that say something' },
    head: `<style>.a{background:url("data:image/svg+xml,<svg><text>$A</text></svg>")}
      .b{background:url("data:image/svg+xml,<svg id='$B'></svg>")} .c{background:url("data:image/png;base64,$C.64")}</style>`,
    html: `<p class="a" style="background:url('data:image/svg+xml;utf8,<svg><title>$D</title></svg>')">x</p>`,
  },
  {
    ...{ number: 283, title: 'names behind signs in ids of what is clicked' },
    html: '<button id="field:$A" class="x">x</button><a id="u@$B" href="#">x</a><i id="a/$C:1">x</i>',
    deeds: [
      ['click', 'button'],
      ['click', 'a'],
      ['click', 'i'],
    ],
  },
  {
    ...{ number: 284, title: 'marks of components that are names' },
    html: '<div _ngcontent-$A-1="" class="svelte-$B">x</div>',
  },
  {
    ...{ number: 285, title: 'comment that changes', html: '<div id="i"><!--x--></div>' },
    ...{ after: `i.firstChild.data = '$A'`, floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 286, title: 'card number in digits of other scripts' },
    html: '<h2>٤٠١٢٨٨٨٨٨٨٨٨١٨٨١</h2><button>४०१२ ८८८८ ८८८८ १८८१</button><label>４０１２-８８８８-８８８８-１８８１</label>',
    ...{ values: ['٤٠١٢٨٨٨٨٨٨٨٨١٨٨١', '८८८८ १८८१', '８８８８-１８８１'], floors: 'all' },
  },
  {
    ...{ number: 287, title: 'amounts of measures' },
    html: '<meter min="61.8304" max="83.4715" value="62.7194">x</meter><input type="range" step="27.48193">',
    ...{ values: ['61.8304', '83.4715', '62.7194', '27.48193'], unsaid: 'all' },
  },
  {
    ...{ number: 288, title: 'attributes called like the recorder’s own' },
    html: '<div rr_$A="x" rr_width="$B">x</div>',
  },
];
