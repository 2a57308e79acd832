import type { Locator } from '@playwright/test';
import type { Person } from './person.ts';
import { appPage, type Task } from './task.ts';

/** Widgets of component libraries as they come from npm. */
export const libraries: readonly Task[] = [
  {
    name: 'material-select-and-switch',
    family: 'libraries',
    page: appPage('material'),
    person: async (person) => {
      await person.fill(person.field('Title'), 'New chair');
      await person.click(person.page.getByRole('combobox', { name: 'Level' }));
      await person.click(person.page.getByRole('option', { name: 'High' }));
      await person.see(person.find('body:not(:has([role=listbox]))'));
      await person.check(person.page.getByRole('switch'));
      await person.click(person.button('Send'));
      await person.click(person.button('Yes'));
    },
    expected: { title: 'New chair', level: 'high', urgent: true, people: [], hours: 10, stars: 2 },
  },
  {
    name: 'material-autocomplete',
    family: 'libraries',
    page: appPage('material'),
    person: async (person) => {
      await person.fill(person.page.getByRole('combobox', { name: 'People' }), 'e');
      await person.click(person.page.getByRole('option', { name: 'Emil Krog' }));
      await person.type('da');
      person.did('press', 'press ArrowDown', { many: true });
      await person.page.keyboard.press('ArrowDown');
      await person.page.keyboard.press('ArrowDown');
      await person.press('Enter');
      await person.press('Escape');
      await person.click(person.button('Send'));
      await person.click(person.button('Yes'));
    },
    expected: { title: '', level: 'low', urgent: false, people: ['Emil Krog', 'Dana Holm'], hours: 10, stars: 2 },
  },
  {
    name: 'material-slider-and-rating',
    family: 'libraries',
    page: appPage('material'),
    person: async (person) => {
      await person.drag(person.find('.MuiSlider-root'), [
        { x: 105, y: 14 },
        { x: 200, y: 15 },
        { x: 315, y: 14 },
      ]);
      await person.click(person.find('.MuiRating-root label').nth(3), { as: 'check' });
      await person.click(person.button('Send'));
      await person.click(person.button('Yes'));
    },
    expected: { title: '', level: 'low', urgent: false, people: [], hours: 30, stars: 4 },
  },
  {
    name: 'ant-multiple-select-and-cascader',
    family: 'libraries',
    page: appPage('ant'),
    person: async (person) => {
      await person.click(person.find('.ant-select').first());
      await person.click(person.find('.ant-select-item-option').filter({ hasText: 'French' }));
      await person.click(person.find('.ant-select-item-option').filter({ hasText: 'Driving' }));
      await person.press('Escape');
      await person.click(person.find('.ant-cascader').first());
      await person.click(person.find('.ant-cascader-menu-item').filter({ hasText: 'South' }));
      await person.click(person.find('.ant-cascader-menu-item').filter({ hasText: 'Ulm' }));
      await person.click(person.button('Plan'));
    },
    expected: { skills: ['French', 'Driving'], place: ['south', 'ulm'], from: null },
  },
  {
    name: 'ant-date-picker',
    family: 'libraries',
    page: appPage('ant'),
    person: async (person) => {
      await person.click(person.page.getByPlaceholder('From'));
      await person.click(person.find('.ant-picker-header-next-btn'));
      await person.click(person.find('td[title="2026-12-17"]'));
      await person.click(person.button('Plan'));
    },
    expected: { skills: [], place: null, from: '2026-12-17' },
  },
  {
    name: 'ant-table-with-confirmation',
    family: 'libraries',
    page: appPage('ant'),
    person: async (person) => {
      await person.click(person.find('.ant-table-column-sorters'));
      await person.click(person.find('.ant-pagination-item-2'));
      await person.click(person.find('tr').filter({ hasText: 'Fred' }).getByRole('button'));
      await person.click(person.find('.ant-popconfirm-buttons button').last());
    },
    expected: { removed: 'Fred' },
  },
  {
    name: 'bootstrap-dropdown-accordion-modal',
    family: 'libraries',
    page: appPage('strap'),
    person: async (person) => {
      await person.click(person.button('Reports'));
      await person.click(person.button('Yearly'));
      await person.click(person.button('Range'));
      await person.page.waitForTimeout(450);
      await person.check(person.field('Everything in Range'));
      await person.click(person.button('Run'));
      await person.page.waitForTimeout(450);
      await person.click(person.button('Now'));
    },
    expected: { report: 'year', all: ['Range-all'] },
  },
  {
    name: 'radix-menu-with-submenu',
    family: 'libraries',
    page: appPage('radix'),
    person: async (person) => {
      await person.click(person.button('Document'));
      await person.click(person.page.getByRole('menuitemcheckbox'));
      await person.hover(person.page.getByRole('menuitem', { name: 'Share' }));
      await person.click(person.page.getByRole('menuitem', { name: 'By link' }));
    },
    expected: { signed: true, done: 'link' },
  },
  {
    name: 'radix-select-and-dialog',
    family: 'libraries',
    page: appPage('radix'),
    person: async (person) => {
      await person.click(person.page.getByRole('combobox'));
      await person.click(person.page.getByRole('option', { name: 'LETTER' }));
      await person.click(person.button('Finish'));
      await person.click(person.button('Yes, finish'));
    },
    expected: { size: 'letter' },
  },
  {
    name: 'select2-with-search-and-tags',
    family: 'libraries',
    page: appPage('select-two'),
    person: async (person) => {
      await person.click(person.find('.select2-selection--single'));
      await person.type('den');
      await person.click(person.find('.select2-results__option').filter({ hasText: 'Denmark' }));
      for (const name of ['Bulgaria', 'Croatia']) {
        await person.click(person.find('.select2-selection--multiple'), { at: { x: 380, y: 14 } });
        await person.click(person.find('.select2-results__option').filter({ hasText: name }));
      }
      await person.click(person.button('Register'));
    },
    expected: { home: 'Denmark', markets: ['Bulgaria', 'Croatia'] },
  },
  {
    name: 'quill-bold-and-list',
    family: 'libraries',
    page: appPage('quill'),
    person: async (person) => {
      await person.click(person.find('.ql-editor'), { at: { x: 60, y: 22 } });
      await person.type('Bring ');
      await person.press('Control+b');
      await person.type('gloves', 'Bring gloves');
      await person.press('Control+b');
      await person.press('Enter');
      await person.click(person.find('.ql-list[value=bullet]'));
      await person.type('thick', 'Bring gloves\nthick');
      await person.press('Enter');
      await person.type('thin', 'Bring gloves\nthick\nthin');
      await person.click(person.button('Publish'));
    },
    expected: { text: 'Bring gloves\nthick\nthin', bold: ['gloves'], items: 2 },
  },
  {
    name: 'tiptap-heading-and-list',
    family: 'libraries',
    page: appPage('tiptap'),
    person: async (person) => {
      await person.click(person.find('.tiptap p'));
      await person.moveCaret('End');
      await person.click(person.find('#heading'));
      await person.press('Enter');
      await person.click(person.find('#list'));
      await person.type('Sales up', 'Weekly notes\nSales up');
      await person.press('Enter');
      await person.type('Costs flat', 'Weekly notes\nSales up\nCosts flat');
    },
    expected: { blocks: ['heading', 'bulletList', 'paragraph'], lines: ['Weekly notes', 'Sales up', 'Costs flat'] },
  },
  {
    name: 'tiptap-by-what-is-typed',
    family: 'libraries',
    page: appPage('tiptap'),
    person: async (person) => {
      await person.click(person.find('.tiptap p'));
      await person.moveCaret('End');
      await person.press('Enter');
      await person.type('## Plan', 'Weekly notes\nPlan', 'Weekly notes\n## Plan');
      await person.press('Enter');
      await person.type('- One', 'Weekly notes\nPlan\nOne', 'Weekly notes\nPlan\n- One');
      await person.press('Enter');
      const [held, typed] = ['Two bold', 'Two **bold**'].map((line) => `Weekly notes\nPlan\nOne\n${line}`);
      await person.type('Two **bold**', held, typed);
    },
    expected: {
      blocks: ['paragraph', 'heading', 'bulletList', 'paragraph'],
      lines: ['Weekly notes', 'Plan', 'One', 'Two bold'],
    },
  },
  {
    name: 'ag-grid-edit-a-cell',
    family: 'libraries',
    page: appPage('ag-grid'),
    person: async (person) => {
      await person.click(person.find('.ag-header-cell-text').filter({ hasText: 'Part' }));
      await person.click(person.find('.ag-header-cell-text').filter({ hasText: 'Part' }));
      await person.page.waitForTimeout(500);
      await person.doubleClick(person.find('.ag-row').filter({ hasText: 'Hose' }).locator('[col-id=stock]'));
      await person.press('Control+a', ['press', 'selectText']);
      await person.type('42');
      await person.press('Enter');
    },
    expected: { Hose: 42 },
  },
  {
    name: 'ag-grid-typed-at-a-cell',
    family: 'libraries',
    page: appPage('ag-grid'),
    person: async (person) => {
      await person.click(person.find('.ag-row').filter({ hasText: 'Bearing' }).locator('[col-id=stock]'));
      await person.type('7');
      await person.press('Enter');
      person.did('press', 'press ArrowDown', { many: true });
      await person.page.keyboard.press('ArrowDown');
      await person.page.keyboard.press('ArrowDown');
      await person.type('12');
      await person.press('Enter');
    },
    expected: { Bearing: 7, Disc: 12 },
  },
  {
    name: 'ag-grid-select-rows',
    family: 'libraries',
    page: appPage('ag-grid'),
    person: async (person) => {
      const boxOf = (part: string) => person.find('.ag-row').filter({ hasText: part }).locator('input');
      await person.check(boxOf('Chain'));
      await person.check(boxOf('Filter'));
      await person.check(boxOf('Axle'));
      await person.click(boxOf('Chain'), { as: 'uncheck' });
    },
    expected: { selected: ['Axle', 'Filter'] },
  },
  {
    name: 'fullcalendar-move-and-choose',
    family: 'libraries',
    page: appPage('calendar'),
    person: async (person) => {
      const slot = (day: string, time: string) => spotOf(person, day, time);
      const event = await boxOf(person.text('Stand-up'));
      const [to, from, end] = [
        await slot('2026-11-27', '11:00:00'),
        await slot('2026-11-25', '13:00:00'),
        await slot('2026-11-25', '14:00:00'),
      ];
      await person.drag(person.find('body'), [
        { x: event.x + 20, y: event.y + 8 },
        { x: to.x, y: to.y - 10 },
        { x: to.x + 2, y: to.y + 18 },
      ]);
      await person.drag(person.find('body'), [
        { x: from.x, y: from.y + 5 },
        { x: from.x + 2, y: from.y + 25 },
        { x: end.x + 1, y: end.y + 5 },
      ]);
    },
    expected: { 'Stand-up': '27. 11:00', chosen: '25. 13:00–25. 14:30' },
  },
  {
    name: 'dnd-kit-sort',
    family: 'libraries',
    page: appPage('dnd-kit'),
    person: async (person) => {
      await person.dragTo(person.text('Move'), person.text('Budget'), { x: 110, y: 16 });
    },
    expected: { order: 'Welcome Move Budget Hiring Other' },
  },
  {
    name: 'sortablejs-between-lists',
    family: 'libraries',
    page: appPage('sortable'),
    person: async (person) => {
      await person.dragTo(person.text('Eggs'), person.find('#right'), { x: 90, y: 150 });
    },
    expected: { left: ['Milk', 'Bread', 'Salt'], right: ['Soap', 'Eggs'] },
  },
  {
    name: 'flatpickr-range',
    family: 'libraries',
    page: appPage('flatpickr'),
    person: async (person) => {
      await person.click(person.find('#stay'));
      await person.click(person.find('.flatpickr-next-month'));
      await person.click(person.find('.flatpickr-day[aria-label="December 9, 2026"]'));
      await person.click(person.find('.flatpickr-day[aria-label="December 14, 2026"]'));
      await person.click(person.button('Ask'));
    },
    expected: { stay: '2026-12-09 to 2026-12-14' },
  },
];

interface Corner {
  readonly x: number;
  readonly y: number;
}

async function boxOf(target: Locator): Promise<Corner> {
  const box = await target.boundingBox();
  if (!box) throw new Error(`${target} is nowhere to be seen.`);
  return box;
}

/** Where a time of a day is in a week's calendar. */
async function spotOf(person: Person, day: string, time: string): Promise<Corner> {
  const column = await boxOf(person.find(`td.fc-day[data-date="${day}"]`));
  const row = await boxOf(person.find(`td.fc-timegrid-slot-lane[data-time="${time}"]`));
  return { x: column.x + 40, y: row.y };
}
