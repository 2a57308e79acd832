import { setTimeout } from 'node:timers/promises';

/** Looks every half second whether it is true by now. Throws when it is not after `timeout` ms. */
export async function until(what: string, isTrue: () => Promise<boolean>, timeout: number): Promise<void> {
  for (const begin = Date.now(); !(await isTrue());) {
    if (Date.now() - begin > timeout) throw new Error(`Waited ${timeout / 1000} s in vain until ${what}.`);
    await setTimeout(500);
  }
}
