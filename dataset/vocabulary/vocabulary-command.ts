import { writeFile } from 'node:fs/promises';
import { DatasetError } from '../dataset-error.ts';
import { harmless } from '../terminal.ts';
import { count } from '../words.ts';
import { gatherPhrases } from './gather-phrases.ts';

/** How many of the doubtful phrases are told. */
const MAX_TOLD = 20;

/** Writes the phrases that an app ships with, as a policy takes them in `sites[].vocabulary`. True when all could be read. */
export async function writeVocabulary(
  addresses: readonly string[],
  file: string,
  say: (line: string) => void,
): Promise<boolean> {
  if (addresses.length === 0) throw new DatasetError('Name the page of an app, such as https://tickets.example.com/.');
  const urls = addresses.map((address) => {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!url || !/^https?:$/.test(url.protocol)) throw new DatasetError(`“${address}” is no http or https address.`);
    return url;
  });
  const { phrases, files, detected, doubtful, problems } = await gatherPhrases(urls);
  for (const problem of problems) say(`NOT READ  ${harmless(problem)}`);
  for (const [kind, number] of detected) say(`left out: ${count(number, 'phrase')} with ${kind}`);
  if (doubtful.length > 0) {
    say(`left out: ${count(doubtful.length, 'phrase')} that may name somebody. Add by hand what does not:`);
    for (const phrase of doubtful.slice(0, MAX_TOLD)) say(`  ${harmless(phrase)}`);
    if (doubtful.length > MAX_TOLD) say(`  and ${doubtful.length - MAX_TOLD} more`);
  }
  if (phrases.length === 0) {
    say(`No phrase was found in ${count(files, 'file')}, so ${file} was not written.`);
    return false;
  }
  await writeFile(file, `${JSON.stringify(phrases, null, 2)}\n`);
  say(
    `${count(phrases.length, 'phrase')} of ${count(files, 'file')} in ${file}: look through them, and put the list into`,
  );
  say('“sites[].vocabulary” of the policy.');
  return problems.length === 0;
}
