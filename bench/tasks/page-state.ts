import { isDeepStrictEqual } from 'node:util';
import { setTimeout } from 'node:timers/promises';
import type { BrowserContext } from '@playwright/test';
import type { Task } from './task.ts';

/** How long a page may take to come to its end state, in ms. */
const SETTLES_WITHIN = 2_000;

const LOOK_EVERY = 50;

/** What the task's page has saved, as soon as that is what it should be, or at the end of the time it has for that. */
export async function endStateOf(context: BrowserContext, task: Task): Promise<unknown> {
  for (const begin = Date.now(); ; await setTimeout(LOOK_EVERY)) {
    const state = await savedBy(context, task);
    if (isAsExpected(task, state) || Date.now() - begin > SETTLES_WITHIN) return state;
  }
}

export function isAsExpected({ expected }: Task, state: unknown): boolean {
  return isDeepStrictEqual(state, expected);
}

async function savedBy(context: BrowserContext, { name }: Task): Promise<unknown> {
  const page = context.pages().find((each) => each.url().includes(`/${name}/`));
  const text = await page?.evaluate((key) => localStorage.getItem(key), `state of ${name}`).catch(() => null);
  return JSON.parse(text ?? 'null');
}
