import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file that appears whole or not at all. */
export interface LinesFile {
  add(value: unknown): Promise<void>;
  /** Puts the file in its place, over an older one. */
  finish(): Promise<void>;
  /** Leaves no trace. Harmless after `finish`. */
  discard(): Promise<void>;
}

/** Begins a file of JSON lines that only its owner can read. */
export async function writeLines(path: string): Promise<LinesFile> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${basename(path)}.${randomUUID()}`);
  const file = await open(temporary, 'wx', 0o600);
  return {
    add: async (value) => {
      await file.appendFile(`${JSON.stringify(value)}\n`);
    },
    finish: async () => {
      await file.sync();
      await file.close();
      await rename(temporary, path);
    },
    discard: async () => {
      await file.close().catch(() => undefined);
      await rm(temporary, { force: true });
    },
  };
}
