import { expect, test } from '@playwright/test';
import { isStableClass, isStableId } from '../../entrypoints/recorder.content/stable-names.ts';

const CLASSES = {
  'what an author called it': 'btn btn-primary card menu-item MuiButton-root menuItem toolbar ql-bold fc-event-title',
  'a state': 'is-active active tab-active dropdown-open Mui-selected ui-state-hover ng-untouched has-error k-focus',
  'what a style library made up':
    'css-1q2w3e sc-bdVaJa hKzLmN Topbar_root__3xYa7 jss12 svelte-abc emotion-0 makeStyles-root',
  'a utility of Tailwind': 'w-[12px] hover:bg-red md:flex mt-4 w-1/2 text-gray-500',
};

const IDS = {
  'what an author called it': 'save email firstName order_form tab-1 select2-country-container main',
  'what a framework made up':
    'radix-:r1: :r1: _r_1_ «r3» mat-input-0 ui-id-3 react-aria-12 rc_select_3 ember1042 __BVID__12 el-id-1024-0',
  'a hash or a number': '9f86d081884c 0b9ad0a5-5e4a-4b6e-9a5c-2f6d6a3d0c01 row-1042 a1b2c3',
};

for (const [kind, [names, isStable]] of Object.entries({
  class: [CLASSES, isStableClass],
  id: [IDS, isStableId],
} as const)) {
  for (const [what, list] of Object.entries(names)) {
    const isAuthors = what === 'what an author called it';
    test(`${what} is ${isAuthors ? 'a' : 'no'} stable ${kind}`, () => {
      expect(list.split(' ').filter((name) => isStable(name) !== isAuthors)).toEqual([]);
    });
  }
}
