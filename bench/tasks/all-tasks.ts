import { carets } from './carets.ts';
import { customs } from './customs.ts';
import { disclosure } from './disclosure.ts';
import { fields } from './fields.ts';
import { frames } from './frames.ts';
import { gestures } from './gestures.ts';
import { libraries } from './libraries.ts';
import { menus } from './menus.ts';
import { native } from './native.ts';
import { navigation } from './navigation.ts';
import { oddities } from './oddities.ts';
import { pointer } from './pointer.ts';
import { tables } from './tables.ts';
import type { Task } from './task.ts';
import { text } from './text.ts';
import { timing } from './timing.ts';

/** Our own set: what people do in an office's web pages, one kind of widget each. */
export const allTasks: readonly Task[] = [
  ...native,
  ...text,
  ...carets,
  ...menus,
  ...pointer,
  ...disclosure,
  ...timing,
  ...tables,
  ...navigation,
  ...frames,
  ...libraries,
  ...gestures,
  ...fields,
  ...oddities,
  ...customs,
];
