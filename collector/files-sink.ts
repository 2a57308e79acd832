import { randomUUID } from 'node:crypto';
import { access, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { removeDurably, writeDurably } from './durable-file.ts';
import type { Sink } from './sink.ts';
import { createTurns } from './turns.ts';

const KEY = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/;

/** Keeps objects as files below `folder`, which belongs to one collector at a time. */
export async function openFilesSink(folder: string): Promise<Sink> {
  const incoming = join(folder, 'incoming');
  const inTurn = createTurns();

  // Whatever a collector that was killed had not finished writing was never acknowledged.
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true, mode: 0o700 });

  const pathOf = (key: string) => {
    if (!KEY.test(key)) throw new RangeError('A key has characters that do not belong into a path.');
    return join(folder, key);
  };

  return {
    create: (key, bytes) =>
      inTurn(key, async () => {
        const path = pathOf(key);
        if (await exists(path)) return 'present';
        await writeDurably(path, bytes, join(incoming, randomUUID()));
        return 'created';
      }),
    // In turn: a file is visible a moment before its name is durable.
    has: (key) => inTurn(key, () => exists(pathOf(key))),
    read: (key) => inTurn(key, () => readFile(pathOf(key)).catch(undefinedIfMissing)),
    remove: (key) => inTurn(key, () => removeDurably(pathOf(key))),
    list: async (prefix) => ((await readdir(pathOf(prefix)).catch(undefinedIfMissing)) ?? []).sort(),
    check: async () => {
      const probe = join(incoming, randomUUID());
      await writeFile(probe, 'probe');
      await rm(probe);
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return (await access(path).then(() => true, undefinedIfMissing)) ?? false;
}

function undefinedIfMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
