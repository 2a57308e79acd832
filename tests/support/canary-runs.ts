import type { RawAction } from '../../lib/action.ts';
import type { RedactionLevel } from '../../lib/policy.ts';
import { emptyMemory, type RedactionMemory } from '../../lib/redaction/memory.ts';
import { redactBatch } from '../../lib/redaction/redact-batch.ts';
import { createMadeUpPage } from './made-up-page.ts';
import { DETECTED, PEOPLE, PHRASES, STRANGERS } from './made-up-words.ts';
import { RECORDER, snapshot } from './records.ts';
import { nodeIn } from './rrweb.ts';
import { seeded } from './seeded.ts';

/** Encoded forms that are taken off before anything is looked for, innermost last. */
function opened(written: string): string[] {
  const open = written.replace(/(?:%[\da-f]{2})+/g, (codes) =>
    Buffer.from(codes.replaceAll('%', ''), 'hex').toString('utf8'),
  );
  const tokens = written.match(/[a-z\d+/_-]{8,}={0,2}/gi) ?? [];
  const decoded = tokens.map((token) => Buffer.from(token, 'base64').toString('utf8'));
  const hex = (written.match(/(?:[\da-f]{2}){4,}/gi) ?? []).map((token) => Buffer.from(token, 'hex').toString('utf8'));
  return [written, open, decoded.join('\n'), hex.join('\n')];
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}@.+]+/gu, ' ');

/** What is in an output and must not be, in the forms in which it could be. */
export function leaksIn(output: unknown, run: number, level: RedactionLevel, entered: readonly string[]): string[] {
  const written = JSON.stringify(output);
  const forms = opened(written).map((form) => form.toLowerCase());
  const plains = forms.map(plain);
  const data = level === 'open' ? [] : [`qx${run}placed`, ...entered, ...STRANGERS];
  const secrets = [`qx${run}secret`, ...[...data, ...DETECTED].map((value) => value.toLowerCase())];
  return secrets.filter((secret) => {
    const words = plain(secret);
    return forms.some((form) => form.includes(secret)) || plains.some((form) => form.includes(words));
  });
}

interface Part {
  readonly batch: Parameters<typeof redactBatch>[0];
  readonly entered: readonly string[];
  readonly made: ReturnType<typeof createMadeUpPage>;
}

/** Three batches of one document: a page on which everything is entered, changes, and a checkout with more changes. */
export function* partsOf(run: number): Generator<Part> {
  const random = seeded(run);
  const entered = [...PEOPLE, `Kx${run}value`, `ref-${run}-zulu`].filter(() => random(2) === 0).concat('quokka');
  const made = createMadeUpPage(random, entered, run);
  for (let part = 0; part < 3; part += 1) {
    const fills = entered.map((value): RawAction => ({
      ...made.action(),
      action: { type: 'fill', value, by: 'paste' },
    }));
    const nodes = Array.from({ length: 4 }, () => made.node());
    const changes = Array.from({ length: 6 }, () => made.change());
    const events = part === 1 ? changes : [...snapshot(0, nodes, made.url()), ...changes];
    const actions = [...(part === 0 ? fills : []), made.action()];
    yield {
      batch: { recorder: RECORDER, events, actions, isLast: false, gaps: [], typed: [made.enteredValue()] },
      entered,
      made,
    };
  }
}

/** Every other site lists phrases. */
export const vocabularyOf = (run: number): readonly string[] => (run % 2 === 0 ? [] : PHRASES);

/** Redacts one made-up document, and throws when something of it leaks, fails, or shares a placeholder. */
export function runCanaries(run: number, level: RedactionLevel): void {
  let memory: RedactionMemory = emptyMemory();
  const placeholders = new Map<string, string>();
  const vocabulary = vocabularyOf(run);
  const context = { level, urlParameters: ['u'], vocabulary, withhold: { patterns: [], words: [] }, sites: [] };
  for (const { batch, entered, made } of partsOf(run)) {
    const redacted = redactBatch(batch, { ...context, memory });
    memory = JSON.parse(JSON.stringify(redacted.memory)) as RedactionMemory;
    const { content, ledger, failures } = redacted;
    const found = leaksIn([content, ledger], run, level, entered);
    if (found.length > 0 || failures > 0)
      throw new Error(`Run ${run}, level ${level}: ${failures} failures, leaks of ${found.join(', ')}`);
    for (const { id, value } of level === 'standard' ? made.greetings : []) {
      const shown = nodeIn(content.events, id)?.['textContent'];
      if (typeof shown !== 'string') continue;
      const placeholder = /⟦[^⟧]+⟧$/.exec(shown)?.[0] ?? shown;
      const before = placeholders.get(value) ?? placeholder;
      if (before !== placeholder) throw new Error(`Run ${run}: “${value}” is ${before}, then ${placeholder}.`);
      placeholders.set(value, placeholder);
    }
  }
  if (new Set(placeholders.values()).size !== placeholders.size)
    throw new Error(`Run ${run}: two values share a placeholder.`);
}
