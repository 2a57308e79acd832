import { browser } from 'wxt/browser';
import { emptyMemory, type RedactionMemory } from '../../lib/redaction/memory.ts';

/**
 * Which value got which placeholder: lives for one episode, in memory for the browser session, and nowhere else. Written
 * before the batch that it belongs to is stored, so that a value keeps its placeholder when the worker is stopped between.
 */
export async function readRedactionMemory(episode: string): Promise<RedactionMemory> {
  const key = memoryKey(episode);
  const found: { [key: string]: unknown } = await browser.storage.session.get(key);
  return (found[key] as RedactionMemory | undefined) ?? emptyMemory();
}

export async function writeRedactionMemory(episode: string, memory: RedactionMemory): Promise<void> {
  await browser.storage.session.set({ [memoryKey(episode)]: memory });
}

export async function forgetRedactionMemory(episode: string): Promise<void> {
  await browser.storage.session.remove(memoryKey(episode));
}

const memoryKey = (episode: string) => `memory:${episode}`;
