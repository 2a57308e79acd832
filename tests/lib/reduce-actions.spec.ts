import { expect, test } from '@playwright/test';
import type { Action } from '../../lib/action.ts';
import type { Element } from '../../lib/element.ts';
import type { CapturedAction } from '../../lib/episode.ts';
import { reduceActions } from '../../lib/reduce-actions.ts';
import { captured, click, element } from '../support/records.ts';

const field = element(7, { tag: 'input', role: 'textbox', name: 'Subject' });
const box = element(8, { tag: 'input', role: 'checkbox', name: 'Urgent' });
const label = element(9, { tag: 'label', role: '', name: '' });
const list = element(10, { tag: 'select', role: 'combobox', name: 'Priority' });

const typed = (by: 'typing' | 'paste' = 'typing') =>
  ({ type: 'fill', value: { text: '⟦WORD_1⟧', class: 'word' }, by }) as const;
/** Typed where nothing is held in the end: at a cell, in a field that the page empties. */
const emptied: Action = { ...typed(), value: { text: '', class: 'empty' }, typed: typed().value };
const press = (key: string, ...modifiers: ('Control' | 'Alt')[]) =>
  ({ type: 'press', key, modifiers, consumed: false }) as const;
const nth = (clickCount: number) => ({ ...click, clickCount });
const chosen: Action = { type: 'selectOption', options: [{ label: 'High', index: 2 }], choices: ['Low', 'High'] };
const goto = (cause: 'link' | 'script' | 'address_bar') =>
  ({ type: 'goto', url: 'https://desk.example.com/next', cause, sameDocument: false }) as const;
const scroll = (y: number, to: number) => ({ type: 'scroll', by: { x: 0, y }, to: { x: 0, y: to } }) as const;
const submit = { type: 'submit', submitter: null } as const;
const back = { type: 'goBack', url: 'https://desk.example.com/', sameDocument: false } as const;
const backInFrame = { ...back, inFrame: true } as const;
const reload = { type: 'reload', url: 'https://desk.example.com/' } as const;
/** As the page tells of what its script does. */
const scripted = <A extends Action>(action: A) => ({ ...action, scripted: true }) as const;

const selected: Action = { type: 'selectText', start: 0, end: 6, to: null };
const dragged: Action = { type: 'drag', to: null, path: [{ x: 1, y: 1 }], native: false };
const wheel: Action = { type: 'wheel', by: { x: 0, y: 120 }, turns: 1, modifiers: [] };
const dialog: Action = { type: 'dialog', kind: 'confirm', message: 'Sure?', accepted: true, value: null };

/** In the page of tab 0. */
const at = (after: number, action: Action, target: Element | null = element(5), until = after): CapturedAction => ({
  ...captured(action, after, { target }),
  until: captured(action, until).at,
  tab: 0,
  document: 0,
});

/** Outside pages. */
const outside = (after: number, action: Action, tab = 0): CapturedAction => ({
  ...captured(action, after, { target: null, page: null, eventsBefore: null }),
  tab,
  document: null,
});

const cases: { title: string; given: CapturedAction[]; steps: [Action, number[]][] }[] = [
  {
    title: 'two clicks far apart stay two',
    given: [at(0, nth(1)), at(900, nth(1))],
    steps: [
      [nth(1), [0]],
      [nth(1), [1]],
    ],
  },
  {
    title: 'two clicks of a series are a double click',
    given: [at(0, nth(1)), at(200, nth(2))],
    steps: [[{ type: 'dblclick', modifiers: [] }, [0, 1]]],
  },
  {
    title: 'a double click that was also seen as such is one',
    given: [at(0, nth(1)), at(200, nth(2)), at(200, { type: 'dblclick', modifiers: [] })],
    steps: [[{ type: 'dblclick', modifiers: [] }, [0, 1, 2]]],
  },
  {
    title: 'three clicks of a series are one with count 3',
    given: [at(0, nth(1)), at(150, nth(2)), at(300, nth(3))],
    steps: [[nth(3), [0, 1, 2]]],
  },
  {
    title: 'clicks of a series on two elements stay two',
    given: [at(0, nth(1)), at(200, nth(2), field)],
    steps: [
      [nth(1), [0]],
      [nth(2), [1]],
    ],
  },
  {
    title: 'a click on a label is the check it makes',
    given: [at(0, click, label), at(4, { type: 'check' }, box)],
    steps: [[{ type: 'check' }, [0, 1]]],
  },
  {
    title: 'the space bar is the uncheck it makes',
    given: [at(0, press(' '), box), at(4, { type: 'uncheck' }, box)],
    steps: [[{ type: 'uncheck' }, [0, 1]]],
  },
  {
    title: 'a space bar that is told after the box that it has turned on is one step with it, and the next is another',
    given: [
      at(0, { type: 'check' }, box, 12),
      at(0, press(' '), box, 25),
      at(90, { type: 'uncheck' }, box, 99),
      at(90, press(' '), box, 110),
    ],
    steps: [
      [{ type: 'check' }, [0, 1]],
      [{ type: 'uncheck' }, [2, 3]],
    ],
  },
  {
    title: 'a click long before a check is its own',
    given: [at(0, click), at(2_000, { type: 'check' }, box)],
    steps: [
      [click, [0]],
      [{ type: 'check' }, [1]],
    ],
  },
  {
    title: 'a click or a key on something else just before a check is its own',
    given: [at(0, click, list), at(90, press('Enter'), list), at(200, { type: 'check' }, box)],
    steps: [
      [click, [0]],
      [press('Enter'), [1]],
      [{ type: 'check' }, [2]],
    ],
  },
  {
    title: 'an arrow key in a radio button is the check of the next that it makes',
    given: [at(0, press('ArrowDown'), element(11, { role: 'radio' })), at(4, { type: 'check' }, box)],
    steps: [[{ type: 'check' }, [0, 1]]],
  },
  {
    title: 'clicks in a native select are the choice, however long its list was open',
    given: [at(0, click, list), at(8_000, chosen, list)],
    steps: [[chosen, [0, 1]]],
  },
  {
    title: 'keys in a native select are the choice',
    given: [at(0, press('ArrowDown'), list), at(10, chosen, list)],
    steps: [[chosen, [0, 1]]],
  },
  {
    title: 'a native select that was opened and left is a click',
    given: [at(0, click, list), at(800, click)],
    steps: [
      [click, [0]],
      [click, [1]],
    ],
  },
  {
    title: 'a click that focuses a field stays before its fill',
    given: [at(0, click, field), at(300, typed(), field)],
    steps: [
      [click, [0]],
      [typed(), [1]],
    ],
  },
  {
    title: 'fills of one field with nothing between are one',
    given: [at(0, typed(), field, 400), at(900, typed(), field)],
    steps: [[typed(), [0, 1]]],
  },
  {
    title: 'a paste is the fill it makes',
    given: [at(0, press('v', 'Control'), field), at(2, { type: 'paste' }, field), at(3, typed('paste'), field)],
    steps: [[typed('paste'), [0, 1, 2]]],
  },
  {
    title: 'a paste in the midst of typing belongs to the fill',
    given: [at(0, typed(), field, 900), at(400, { type: 'paste' }, field)],
    steps: [[typed(), [0, 1]]],
  },
  {
    title: 'a shortcut is the copy it makes',
    given: [at(0, press('c', 'Control')), at(1, { type: 'copy' })],
    steps: [[{ type: 'copy' }, [0, 1]]],
  },
  {
    title: 'a submit after Enter is the key press',
    given: [at(0, typed(), field, 500), at(500, press('Enter'), field), at(501, submit)],
    steps: [
      [typed(), [0]],
      [press('Enter'), [1, 2]],
    ],
  },
  { title: 'a submit after a click is the click', given: [at(0, click), at(5, submit)], steps: [[click, [0, 1]]] },
  {
    title: 'a submit that nothing explains is a step',
    given: [at(0, click), at(4_000, submit)],
    steps: [
      [click, [0]],
      [submit, [1]],
    ],
  },
  {
    title: 'the click that a browser makes of a key is the key',
    given: [at(0, press('Enter')), at(1, nth(0))],
    steps: [[press('Enter'), [0, 1]]],
  },
  {
    title: 'a navigation is what the click did',
    given: [at(0, click), outside(1_500, goto('link'))],
    steps: [[click, [0, 1]]],
  },
  {
    title: 'redirects after a slow answer still belong to the click',
    given: [at(0, click), outside(2_500, goto('link')), outside(5_000, goto('script'))],
    steps: [[click, [0, 1, 2]]],
  },
  {
    title: 'a navigation of the person is a step',
    given: [at(0, click), outside(1_500, goto('address_bar'))],
    steps: [
      [click, [0]],
      [goto('address_bar'), [1]],
    ],
  },
  {
    title: 'where a page goes by itself is no step, however long after the last',
    given: [at(0, click), outside(4_500, goto('link')), outside(60_000, goto('script'))],
    steps: [[click, [0, 1, 2]]],
  },
  {
    title: 'a navigation in another tab is not what the click did',
    given: [at(0, click), outside(100, goto('script'), 1)],
    steps: [
      [click, [0]],
      [goto('script'), [1]],
    ],
  },
  {
    title: 'a tab that a click opens belongs to the click, with all that follows in it',
    given: [
      at(0, click),
      outside(20, { type: 'tabOpen', opener: 0 }, 1),
      outside(30, { type: 'tabSwitch' }, 1),
      outside(90, goto('link'), 1),
    ],
    steps: [[click, [0, 1, 2, 3]]],
  },
  {
    title: 'a tab that a click opens belongs to the click, however late its first page comes',
    given: [at(0, click), outside(20, { type: 'tabOpen', opener: 0 }, 1), outside(5_000, goto('link'), 1)],
    steps: [[click, [0, 1, 2]]],
  },
  {
    title: 'a tab that a click opens belongs to the click, though the browser does not say that it was opened',
    given: [at(0, click), outside(90, goto('link'), 1), outside(120, { type: 'tabSwitch' }, 1)],
    steps: [[click, [0, 1, 2]]],
  },
  {
    title: 'what the person or a script of its own brings into another tab is no consequence of a click',
    given: [at(0, click), outside(90, goto('address_bar'), 1), outside(120, goto('script'), 2)],
    steps: [
      [click, [0]],
      [goto('address_bar'), [1]],
      [goto('script'), [2]],
    ],
  },
  {
    title: 'a tab that the person opens is one step with turning to it',
    given: [
      outside(0, { type: 'tabOpen', opener: null }, 1),
      outside(5, { type: 'tabSwitch' }, 1),
      outside(4_000, goto('address_bar'), 1),
    ],
    steps: [
      [{ type: 'tabOpen', opener: null }, [0, 1]],
      [goto('address_bar'), [2]],
    ],
  },
  {
    title: 'a tab that closes turns to another',
    given: [outside(0, { type: 'tabClose' }, 1), outside(5, { type: 'tabSwitch' }, 0)],
    steps: [[{ type: 'tabClose' }, [0, 1]]],
  },
  {
    title: 'turning to another tab is a step',
    given: [at(0, click), outside(900, { type: 'tabSwitch' }, 1)],
    steps: [
      [click, [0]],
      [{ type: 'tabSwitch' }, [1]],
    ],
  },
  {
    title: 'scrolling on is one scroll',
    given: [at(0, scroll(100, 100), null), at(700, scroll(50, 150), null)],
    steps: [[scroll(150, 150), [0, 1]]],
  },
  {
    title: 'scrolling another box is another scroll',
    given: [at(0, scroll(100, 100), null), at(700, scroll(50, 50), list)],
    steps: [
      [scroll(100, 100), [0]],
      [scroll(50, 50), [1]],
    ],
  },
  {
    title: 'what a page copies after a click is no deed of its own, however long it takes; what a key copies is',
    given: [
      at(0, click),
      at(900, { type: 'copy' }, field),
      at(1_000, press('c', 'Control'), field),
      at(1_001, { type: 'copy' }, field),
    ],
    steps: [
      [click, [0, 1]],
      [{ type: 'copy' }, [2, 3]],
    ],
  },
  {
    title: 'what is copied after a right click was picked in the menu that it opened',
    given: [at(0, { ...click, button: 'right' }, field), at(900, { type: 'copy' }, field)],
    steps: [
      [{ ...click, button: 'right' }, [0]],
      [{ type: 'copy' }, [1]],
    ],
  },
  {
    title: 'letters of other scripts cut too',
    given: [at(0, press('с', 'Control'), field), at(1, { type: 'cut' }, field)],
    steps: [[{ type: 'cut' }, [0, 1]]],
  },
  {
    title: 'what the middle button pastes where nothing takes it is the click',
    given: [at(0, { ...click, button: 'middle' }), at(90, { type: 'paste' })],
    steps: [[{ ...click, button: 'middle' }, [0, 1]]],
  },
  {
    title: 'a key that pastes is the fill that it makes, also after typing in the field',
    given: [
      at(0, typed(), field, 800),
      at(810, press('v', 'Control'), field),
      at(811, { type: 'paste' }, field),
      at(811, typed('paste'), field, 2_000),
    ],
    steps: [
      [typed(), [0]],
      [typed('paste'), [1, 2, 3]],
    ],
  },
  {
    title: 'a box that a page scrolls while the pointer is down on something is scrolled by the page',
    given: [at(0, click, list, 150), at(0, scroll(200, 200), box, 600), at(900, scroll(50, 250), box)],
    steps: [
      [click, [0, 1]],
      [scroll(50, 250), [2]],
    ],
  },
  {
    title: 'keys that move the caret stay after what was typed before them',
    given: [at(0, typed(), field, 900), at(400, press('ArrowLeft'), field, 900), at(900, click)],
    steps: [
      [typed(), [0]],
      [press('ArrowLeft'), [1]],
      [click, [2]],
    ],
  },
  {
    title: 'what scrolls while something is dragged is part of the drag',
    given: [at(0, dragged, list, 500), at(0, scroll(200, 200), box, 900)],
    steps: [[dragged, [0, 1]]],
  },
  {
    title: 'the same where the box is at rest before the drag is over',
    given: [at(0, scroll(200, 200), box, 400), at(0, dragged, list, 900)],
    steps: [[dragged, [0, 1]]],
  },
  {
    title: 'a wheel turned during a drag is a step of its own',
    given: [at(0, dragged, list, 500), at(200, scroll(200, 200), box, 400)],
    steps: [
      [dragged, [0]],
      [scroll(200, 200), [1]],
    ],
  },
  {
    title: 'a scroll after a key is the key',
    given: [at(0, press('PageDown'), null), at(40, scroll(500, 500), null)],
    steps: [[press('PageDown'), [0, 1]]],
  },
  {
    title: 'a shortcut that goes back is going back',
    given: [at(0, press('ArrowLeft', 'Alt'), null), outside(60, back)],
    steps: [[back, [0, 1]]],
  },
  {
    title: 'a click whose script goes back is the click, however late',
    given: [at(0, click), at(1_400, scripted(back), null), outside(1_450, back)],
    steps: [[click, [0, 1, 2]]],
  },
  {
    title: 'a click whose script goes back to another site, which no page tells of, is the click',
    given: [at(0, click), outside(60, { ...back, url: 'https://mail.example.com/' })],
    steps: [[click, [0, 1]]],
  },
  {
    title: 'a person who goes back or loads again right after a click takes steps',
    given: [at(0, click), outside(60, back), outside(90, reload)],
    steps: [
      [click, [0]],
      [back, [1]],
      [reload, [2]],
    ],
  },
  {
    title: 'a person who goes back right after a script has done so takes a step',
    given: [at(0, click), at(20, scripted(back), null), outside(40, back), outside(90, back)],
    steps: [
      [click, [0, 1, 2]],
      [back, [3]],
    ],
  },
  {
    title: 'what a script does that nobody set off is no word of a person',
    given: [at(0, click), at(60_000, scripted(back), null), outside(60_050, back)],
    steps: [
      [click, [0]],
      [scripted(back), [1, 2]],
    ],
  },
  {
    title: 'a shortcut that goes back in the frame in which it was pressed is going back',
    given: [at(0, press('ArrowLeft', 'Alt'), null), at(60, backInFrame, null)],
    steps: [[backInFrame, [0, 1]]],
  },
  {
    title: 'a script that goes back in its frame is the click, and a person who goes back then takes a step',
    given: [at(0, click), at(20, scripted(backInFrame), null), outside(400, back)],
    steps: [
      [click, [0, 1]],
      [back, [2]],
    ],
  },
  {
    title: 'a window that its own click closes is closed by the click',
    given: [
      at(0, click),
      outside(20, { type: 'tabOpen', opener: 0 }, 1),
      { ...at(5_000, click), tab: 1, document: 1 },
      { ...at(5_010, scripted({ type: 'tabClose' }), null), tab: 1, document: 1 },
      outside(5_030, { type: 'tabClose' }, 1),
      outside(5_040, { type: 'tabSwitch' }),
    ],
    steps: [
      [click, [0, 1]],
      [click, [2, 3, 4, 5]],
    ],
  },
  {
    title: 'a tab that is closed right after a click is closed by the person',
    given: [{ ...at(0, click), tab: 1 }, outside(60, { type: 'tabClose' }, 1), outside(70, { type: 'tabSwitch' })],
    steps: [
      [click, [0]],
      [{ type: 'tabClose' }, [1, 2]],
    ],
  },
  {
    title: 'a tab that is opened by the menu of a link is a step, with where it leads',
    given: [
      at(0, { ...click, button: 'right' }),
      outside(900, { type: 'tabOpen', opener: 0 }, 1),
      outside(950, goto('link'), 1),
    ],
    steps: [
      [{ ...click, button: 'right' }, [0]],
      [{ type: 'tabOpen', opener: 0 }, [1, 2]],
    ],
  },
  {
    title: 'a click that opens the choice of files is the upload',
    given: [at(0, click), at(9_000, { type: 'upload', files: [] }, field)],
    steps: [[{ type: 'upload', files: [] }, [0, 1]]],
  },
  {
    title: 'what is typed at a cell and goes on in the field that it opens is one fill of the cell',
    given: [at(0, emptied, list), at(90, typed(), field)],
    steps: [[{ ...typed(), typed: typed().value }, [0, 1]]],
  },
  {
    title: 'what is typed at a cell goes on in the field that stands for it, however slowly somebody types',
    given: [at(0, emptied, list), at(2_000, typed(), field)],
    steps: [[{ ...typed(), typed: typed().value }, [0, 1]]],
  },
  {
    title: 'a key that opens a field in what is much larger is one step, what is typed later another',
    given: [at(0, emptied, { ...list, box: { x: 0, y: 0, width: 1_000, height: 700 } }), at(2_000, typed(), field)],
    steps: [
      [emptied, [0]],
      [typed(), [1]],
    ],
  },
  {
    title: 'a space alone, typed where there is no field, is a key pressed',
    given: [at(0, { ...emptied, typed: { text: ' ', class: 'words' } }, list), at(90, press('Enter'), list)],
    steps: [
      [{ type: 'press', key: ' ', modifiers: [], consumed: true }, [0]],
      [press('Enter'), [1]],
    ],
  },
  {
    title: 'what a space scrolls, typed where there is no field, is no step of its own',
    given: [at(0, { ...emptied, typed: { text: ' ', class: 'words' } }, list), at(0, scroll(180, 180), list, 400)],
    steps: [[{ type: 'press', key: ' ', modifiers: [], consumed: true }, [0, 1]]],
  },
  {
    title: 'what a key scrolls is no step of its own where it has come to rest before the key is told',
    given: [
      at(0, scroll(180, 180), list, 90),
      at(0, { ...emptied, typed: { text: ' ', class: 'words' } }, list),
      at(9_000, scroll(60, 240), list, 9_090),
      at(9_000, press('PageDown'), list),
    ],
    steps: [
      [{ type: 'press', key: ' ', modifiers: [], consumed: true }, [0, 1]],
      [press('PageDown'), [2, 3]],
    ],
  },
  {
    title: 'what is typed into a field that the page has emptied is a fill of its own',
    given: [at(0, emptied, field), at(900, emptied, field), at(1_800, typed(), field)],
    steps: [
      [emptied, [0]],
      [emptied, [1]],
      [typed(), [2]],
    ],
  },
  {
    title: 'a hover before a click on the same element is the click',
    given: [at(0, { type: 'hover' }), at(300, click)],
    steps: [[click, [0, 1]]],
  },
  {
    title: 'a hover that shows something else stays',
    given: [at(0, { type: 'hover' }, label), at(300, click)],
    steps: [
      [{ type: 'hover' }, [0]],
      [click, [1]],
    ],
  },
  {
    title: 'a key that is held down is one press',
    given: [at(0, press('ArrowDown')), at(500, { ...press('ArrowDown'), times: 4 })],
    steps: [[{ ...press('ArrowDown'), times: 5 }, [0, 1]]],
  },
  {
    title: 'keys that are pressed again and again stay',
    given: [at(0, press('ArrowDown')), at(500, press('ArrowDown'))],
    steps: [
      [press('ArrowDown'), [0]],
      [press('ArrowDown'), [1]],
    ],
  },
  {
    title: 'keys that select text are the selection',
    given: [
      at(0, press('a', 'Control'), field),
      at(0, selected, field, 40),
      at(900, press('c', 'Control'), field),
      at(901, { type: 'copy' }, field),
    ],
    steps: [
      [selected, [0, 1]],
      [{ type: 'copy' }, [2, 3]],
    ],
  },
  {
    title: 'a selection that is made longer is one',
    given: [at(0, { ...selected, end: 2 }, label), at(900, selected, label)],
    steps: [[selected, [0, 1]]],
  },
  {
    title: 'what a click picks in a field is the fill',
    given: [at(0, click, field), at(8_000, { ...typed(), by: 'other' }, field)],
    steps: [[{ ...typed(), by: 'other' }, [0, 1]]],
  },
  {
    title: 'a field that the page puts in the place of another is filled once',
    given: [at(0, typed(), field, 400), at(500, typed(), { ...field, nodeId: 77 })],
    steps: [[typed(), [0, 1]]],
  },
  {
    title: 'a page that scrolls by the wheel is the wheel',
    given: [at(0, wheel, list, 300), at(10, scroll(50, 50), null, 400)],
    steps: [[wheel, [0, 1]]],
  },
  {
    title: 'turning the wheel back, or elsewhere, is another',
    given: [
      at(0, wheel, list),
      at(900, { ...wheel, by: { x: 0, y: -120 } }, list),
      at(1_800, wheel, list),
      at(2_700, wheel, { ...list, point: { x: 400, y: 300 } }),
    ],
    steps: [
      [wheel, [0]],
      [{ ...wheel, by: { x: 0, y: -120 } }, [1]],
      [wheel, [2]],
      [wheel, [3]],
    ],
  },
  {
    title: 'turning the wheel on is one',
    given: [at(0, wheel, list, 300), at(900, wheel, list)],
    steps: [[{ ...wheel, by: { x: 0, y: 240 }, turns: 2 }, [0, 1]]],
  },
  {
    title: 'an option that is chosen after its list was filtered is a click of its own',
    given: [at(0, click, list), at(400, typed(), field, 900), at(1_500, click, label)],
    steps: [
      [click, [0]],
      [typed(), [1]],
      [click, [2]],
    ],
  },
  {
    title: 'a dialog that a click opens is answered in a step of its own',
    given: [at(0, click), at(20, dialog, null)],
    steps: [
      [click, [0]],
      [dialog, [1]],
    ],
  },
];

for (const { title, given, steps } of cases) {
  test(title, () => {
    expect(reduceActions(given).map(({ action, captured }) => [action, captured])).toEqual(steps);
  });
}

test('every captured action belongs to exactly one step', () => {
  const all = cases
    .flatMap(({ given }) => given)
    .map((action, index) => ({ ...action, at: index * 100, until: index * 100 }));
  const named = reduceActions(all).flatMap((step) => step.captured);
  expect(named.toSorted((a, b) => a - b)).toEqual(all.map((_, index) => index));
});

test('a step has the target that was meant, and begins where its gesture began', () => {
  const [step] = reduceActions([at(10, click, label), at(14, { type: 'check' }, box)]);
  expect(step).toMatchObject({ target: box, first: 0, at: at(10, click).at, until: at(14, click).at });
});

test('what an action causes does not make it last longer', () => {
  const [step] = reduceActions([at(0, click), outside(1_500, goto('link'))]);
  expect(step?.until).toBe(at(0, click).until);
});
