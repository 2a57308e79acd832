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
  {
    ...{ number: 289, title: 'type of the document, between the words of real ones', html: '<p>x</p>' },
    before: `document.doctype.replaceWith(document.implementation.createDocumentType('html', '-//W3C//DTD HTML $A//EN',
      'http://www.w3.org/TR/$B.dtd'))`,
  },
  {
    ...{ number: 290, title: 'keywords and pictures in which a number is the middle of a name' },
    head: `<style>.a{background:url("data:image/svg+xml,<svg id='$A'><path d='M1 2'/></svg>")}</style>`,
    html: `<svg><animate attributeName="$B" calcMode="$C" in="$D" result="$E"/></svg>
      <math><mi mathvariant="$F">x</mi><mo form="$G" columnalign="$H">x</mo></math>`,
  },
  {
    ...{ number: 291, title: 'names of people in words of apps' },
    html: `<h1>Mark Price</h1><button>Assigned to Bill Field</button><h2>Dr $A</h2><label>Notes of Ms Case</label>
      <table><tr><th>Rob Banks</th></tr></table><select><option>Joy Church</option></select><title>$B</title>`,
    values: ['Mark Price', 'Bill Field', 'Ms Case', 'Rob Banks', 'Joy Church'],
  },
  {
    ...{ number: 292, title: 'file whose name has a name behind its dot', html: '<input id="i" type="file">' },
    ...{ deeds: [['file', '#i', 'contract.$A']], unsaid: 'all' },
  },
  {
    ...{ number: 295, title: 'names between marks and beside signs' },
    html: `<h1>$A’s tickets</h1><button>Non-$B</button><label>$C/$D</label><span>@$E</span><a href="#">#$F</a>
      <h2>re: $G</h2><th>$H:</th><summary>“$I”</summary><nav><a href="#">($J) Inbox</a></nav>`,
  },
];
