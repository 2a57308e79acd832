import { ANNOUNCED_CASES } from './announced-cases.ts';
import { ATTRIBUTE_CASES } from './attribute-cases.ts';
import { FORM_CASES } from './form-cases.ts';
import type { LeakCase } from './leak-case.ts';
import { MARKUP_CASES } from './markup-cases.ts';
import { PAGE_CASES } from './page-cases.ts';
import { SCRIPT_CASES } from './script-cases.ts';
import { SECRET_CASES } from './secret-cases.ts';
import { SPELLING_CASES } from './spelling-cases.ts';
import { TEXT_CASES } from './text-cases.ts';
import { TREE_CASES } from './tree-cases.ts';

/** Every way for a secret into a recording that we know of, and that a page or a person can take. */
export const LEAK_CASES: readonly LeakCase[] = [
  ...FORM_CASES,
  ...ATTRIBUTE_CASES,
  ...TEXT_CASES,
  ...TREE_CASES,
  ...PAGE_CASES,
  ...MARKUP_CASES,
  ...SCRIPT_CASES,
  ...SPELLING_CASES,
  ...SECRET_CASES,
  ...ANNOUNCED_CASES,
];
