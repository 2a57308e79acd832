/** Tells, in the terminal, what is going on. */

/** Width of the column of names. */
const COLUMN = 18;

/** After so many ms of silence, and again after as many, it says that it still works. */
const SILENCE = 2000;

export function heading(text: string): void {
  console.log(`\n${text}\n`);
}

/** One line of the table of what there is: a name, and what is to be known of it. */
export function fact(name: string, ...lines: readonly string[]): void {
  lines.forEach((line, index) => console.log(`  ${(index === 0 ? name : '').padEnd(COLUMN)}${line}`));
}

/** Waits for `work`, with a sign of life while it takes longer than two seconds. */
export async function during<T>(what: string, work: Promise<T>): Promise<T> {
  const started = Date.now();
  const timer = setInterval(() => console.log(`  … ${what}, ${Math.round((Date.now() - started) / 1000)} s`), SILENCE);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
