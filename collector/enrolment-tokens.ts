import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Shortest token that the policy accepts, in characters. */
const MIN_LENGTH = 16;

/** Reads `enrolment-tokens` in `dataFolder`, one token a line; makes it with a random token when it is not there. */
export async function readEnrolmentTokens(dataFolder: string): Promise<string[]> {
  const path = join(dataFolder, 'enrolment-tokens');
  const text = await readFile(path, 'utf8').catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    const made = `${randomBytes(24).toString('base64url')}\n`;
    await mkdir(dataFolder, { recursive: true, mode: 0o700 });
    await writeFile(path, made, { mode: 0o600, flag: 'wx' });
    return made;
  });
  return checkTokens(text.split(/\s+/), path);
}

/** @param source Where they came from, for the error. */
export function checkTokens(texts: readonly string[], source: string): string[] {
  const tokens = texts.filter((token) => token !== '');
  if (tokens.length === 0) throw new Error(`${source} holds no enrolment token. Write one there, or remove it.`);
  if (tokens.some((token) => token.length < MIN_LENGTH)) {
    throw new Error(`${source} holds an enrolment token with fewer than ${MIN_LENGTH} characters. Make it longer.`);
  }
  return tokens;
}
