import { browser } from 'wxt/browser';
import { lastingPrints } from '../../lib/redaction/secret-matcher.ts';
import type { SecretPrint } from '../../lib/secret-print.ts';
import { emptyMemory, type RedactionMemory } from '../../lib/redaction/memory.ts';

/** Placeholders in one part of what is written. */
const PART_LENGTH = 256;

/** The memory in parts of which few change with a batch: to write it whole would take longer than all else. */
type Parts = ReadonlyMap<string, unknown>;

/** What is written under the episode's own key; the other parts have keys of their own. */
type Head = Omit<RedactionMemory, 'placeholders' | 'nodes' | 'regions' | 'secrets'> & {
  readonly parts: readonly string[];
};

type Secrets = NonNullable<RedactionMemory['secrets']>;
const SECRETS_KEY = 'memory:secrets';
/** What is remembered from one episode to the next: a page goes on showing a secret. What stands for it is always the same. */
let rememberedSecrets: Secrets | undefined;

/** What was written last, as it is in the browser's memory. */
let latest: { readonly episode: string; readonly memory: RedactionMemory; readonly parts: Parts } | undefined;

/**
 * Which value got which placeholder: lives for one episode, secrets apart, in memory for the browser session, and nowhere
 * else. Written before the batch that it belongs to is stored, so that a value keeps its placeholder when the worker is
 * stopped between. Callers hold the ingest lock.
 */
export async function readRedactionMemory(episode: string): Promise<RedactionMemory> {
  const secrets = await readSecrets();
  if (latest?.episode === episode) return { ...latest.memory, secrets };
  const head = await readHead(episode);
  if (!head) return { ...emptyMemory(), secrets };
  const { parts: names, ...rest } = head;
  const found: { [key: string]: unknown } = await browser.storage.session.get(
    names.map((name) => keyOf(episode, name)),
  );
  const parts = new Map(names.map((name) => [name, found[keyOf(episode, name)]]));
  // Without a part of it, what was entered would no longer be known as such.
  if ([...parts.values()].includes(undefined)) throw new Error('A part of the redaction memory is missing.');
  const memory = { ...rest, ...fromParts(parts) };
  latest = { episode, memory, parts };
  return { ...memory, secrets };
}

export async function writeRedactionMemory(episode: string, memory: RedactionMemory): Promise<void> {
  const before: Parts = latest?.episode === episode ? latest.parts : new Map();
  latest = undefined;
  const parts = partsOf(memory);
  const { placeholders: _placeholders, nodes: _nodes, regions: _regions, secrets: known = [], ...rest } = memory;
  const head: Head = { ...rest, parts: [...parts.keys()] };
  const changed = [...parts].filter(([name, part]) => !isSame(part, before.get(name)));
  const gone = [...before.keys()].filter((name) => !parts.has(name));
  // All at once: a worker that is stopped leaves the old memory or the new one.
  await browser.storage.session.set({
    [keyOf(episode)]: head,
    [SECRETS_KEY]: known,
    ...Object.fromEntries(changed.map(([name, part]) => [keyOf(episode, name), part])),
  });
  if (gone.length > 0) await browser.storage.session.remove(gone.map((name) => keyOf(episode, name)));
  latest = { episode, memory, parts };
  rememberedSecrets = known;
}

/** Adds a secret to what every episode knows. Callers hold the ingest lock. */
export async function rememberSecret(print: SecretPrint): Promise<void> {
  const known = lastingPrints([...(await readSecrets()), print]);
  await browser.storage.session.set({ [SECRETS_KEY]: known });
  rememberedSecrets = known;
}

async function readSecrets(): Promise<Secrets> {
  const found: { [key: string]: unknown } = rememberedSecrets ? {} : await browser.storage.session.get(SECRETS_KEY);
  return (rememberedSecrets ??= (found[SECRETS_KEY] as Secrets | undefined) ?? []);
}

export async function forgetRedactionMemory(episode: string): Promise<void> {
  latest = undefined;
  const names = (await readHead(episode))?.parts ?? [];
  await browser.storage.session.remove([keyOf(episode), ...names.map((name) => keyOf(episode, name))]);
}

async function readHead(episode: string): Promise<Head | undefined> {
  const found: { [key: string]: unknown } = await browser.storage.session.get(keyOf(episode));
  return found[keyOf(episode)] as Head | undefined;
}

const keyOf = (episode: string, ...part: [name?: string]): string => ['memory', episode, ...part].join(':');

function partsOf({ placeholders, nodes, regions }: RedactionMemory): Parts {
  const parts = new Map<string, unknown>();
  for (let at = 0; at < placeholders.length; at += PART_LENGTH)
    parts.set(`placeholders:${at}`, placeholders.slice(at, at + PART_LENGTH));
  for (const [recorder, kinds] of nodes) parts.set(`nodes:${recorder}`, kinds);
  for (const [recorder, runs] of regions) parts.set(`regions:${recorder}`, runs);
  return parts;
}

function fromParts(parts: Parts): Pick<RedactionMemory, 'placeholders' | 'nodes' | 'regions'> {
  const named = <T>(kind: string): [name: string, part: T][] =>
    [...parts].flatMap(([name, part]) => (name.startsWith(kind) ? [[name.slice(kind.length), part as T]] : []));
  return {
    placeholders: named<RedactionMemory['placeholders']>('placeholders:').flatMap(([, pairs]) => pairs),
    nodes: named('nodes:'),
    regions: named('regions:'),
  };
}

/** True for the same scalars in the same lists. */
function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a === b || (a.length === b.length && a.every((item, at) => isSame(item, b[at])));
}
