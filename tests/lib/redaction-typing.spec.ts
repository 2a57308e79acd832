import { expect, test } from '@playwright/test';
import type { RrwebEvent } from '../../lib/capture.ts';
import { emptyMemory, type RedactionMemory } from '../../lib/redaction/memory.ts';
import { snapshot } from '../support/records.ts';
import { fill, redact } from '../support/redact.ts';
import { elementNode, inputEvent, mutation, textNode } from '../support/rrweb.ts';
import { seeded } from '../support/seeded.ts';

const VALUES = ['Quokka', 'Zulu Kravchenko', 'quokka@example.com', 'ZX-4711-b', 'Zebra stripes fade quickly'];

/** How a page echoes a field while somebody types in it. */
const ECHOES = [
  (value: string) => `Results for ${value}`,
  (value: string) => `“${value}” was not found`,
  (value: string) => value,
  (value: string) => `${value.toUpperCase()}…`,
];

const children = [elementNode(10, 'input', {}), elementNode(11, 'p', {}, textNode(12, 'Type something'))];

for (const [what, tellsInput, tellsTyped] of [
  ['input events', true, false],
  ['the recorder’s own notes', false, true],
  ['both', true, true],
] as const) {
  test(`typing that ${what} tell of leaves no trace, however it falls into batches`, () => {
    for (let run = 0; run < 300; run += 1) {
      const random = seeded(run);
      const value = VALUES[run % VALUES.length] ?? '';
      const echo = ECHOES[random(ECHOES.length)] ?? String;
      let memory: RedactionMemory = emptyMemory();
      let events: RrwebEvent[] = snapshot(0, children);
      let typed: string[] = [];
      for (let length = 2; length <= value.length; length += 1) {
        const held = value.slice(0, length);
        if (tellsInput) events.push(inputEvent(10, held));
        if (tellsTyped) typed.push(held);
        events.push(mutation({ texts: [{ id: 12, value: echo(held.trim()) }] }));
        if (length < value.length && random(3) > 0) continue;
        const actions = length === value.length ? [fill(value)] : [];
        const { content, memory: next, failures } = redact({ events, actions, typed }, { memory });
        const written = JSON.stringify([content.events, content.actions.map(({ action }) => action)]);
        const prefix = value.slice(0, 2).toLowerCase();
        const shown = written.toLowerCase().includes(prefix);
        expect({ run, value, length, failures, shown }).toEqual({ run, value, length, failures: 0, shown: false });
        memory = next;
        events = [];
        typed = [];
      }
      expect(memory.known).toEqual([value]);
    }
  });
}

test('a space alone that no field holds stays, as the key that it is; what else is typed so does not', () => {
  const press = (typed: string) => ({ ...fill(''), action: { ...fill('').action, typed } }) as ReturnType<typeof fill>;
  const { content } = redact({ events: snapshot(0, children), actions: [press(' '), press(' x')] });
  expect(content.actions[0]?.action).toMatchObject({ typed: { text: ' ' } });
  expect(JSON.stringify(content.actions[1]?.action)).not.toContain(' x');
});
