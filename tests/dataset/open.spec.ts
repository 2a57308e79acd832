import { expect, test as base } from '@playwright/test';
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPolicyFile } from '../../dataset/read-policy.ts';
import { Episode } from '../../lib/episode.ts';
import type { ScreenshotRecord } from '../../lib/record.ts';
import {
  browserRecord,
  capture,
  captured,
  click,
  opening,
  outside,
  page,
  SESSION,
  snapshot,
  START,
} from '../support/records.ts';
import { makeKeyPair, sealEpisode, storeEpisode } from '../support/sealed-episode.ts';

const OTHER_EPISODE = '6c2d7b3f-a4e2-4b1d-9b78-e2a1b3d5c403';

const style = { kind: 'asset', asset: 'c'.repeat(64), text: 'b { color: red }' } as const;
const styled = { type: 2, tagName: 'style', attributes: { _cssAsset: style.asset }, childNodes: [], id: 5 };
const goto = outside({ type: 'goto', url: page.url, cause: 'address_bar', sameDocument: false }, 0);
const chunks = [
  [style],
  [opening, capture(0, { events: snapshot(10, [styled]) }), browserRecord(71, [goto])],
  [capture(1, { firstEvent: 2, actions: [captured(click, 50)] })],
];
const otherChunks = [[{ ...opening, episode: OTHER_EPISODE }, browserRecord(71, [goto])]];

interface Run {
  readonly code: number;
  readonly output: string;
}

/** A data folder with two sealed episodes, a key that opens them, and the command. */
const test = base.extend<{
  folder: string;
  showhow: (...args: string[]) => Promise<Run>;
  open: (...args: string[]) => Promise<Run>;
}>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'showhow-open-'));
    const { identity, recipient } = await makeKeyPair();
    await writeFile(join(folder, 'key'), `# created: 2026-11-01\n# public key: ${recipient}\n${identity}\n`);
    await storeEpisode(folder, await sealEpisode(chunks, recipient));
    await storeEpisode(folder, await sealEpisode(otherChunks, recipient, { episode: OTHER_EPISODE }));
    await use(folder);
    await rm(folder, { recursive: true });
  },
  showhow: async ({ folder }, use) => {
    await use(
      (...args) =>
        new Promise((resolve) => {
          const main = join(import.meta.dirname, '../../dataset/main.ts');
          const child = execFile(process.execPath, [main, ...args], { cwd: folder }, (_error, stdout, stderr) => {
            resolve({ code: child.exitCode ?? -1, output: stdout + stderr });
          });
        }),
    );
  },
  open: async ({ showhow }, use) => {
    await use((...args) => showhow('open', '--data', '.', '--key', 'key', ...args));
  },
});

async function episodesIn(folder: string): Promise<Episode[]> {
  const text = await readFile(join(folder, 'episodes.jsonl'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => Episode.parse(JSON.parse(line)));
}

/** Path of the chunk that holds the first full snapshot. */
async function pageChunk(folder: string): Promise<string> {
  const manifest = JSON.parse(
    await readFile(join(folder, `objects/sessions/${SESSION}/episodes/${opening.episode}.json`), 'utf8'),
  );
  return join(folder, `objects/sessions/${SESSION}/chunks/${manifest.chunks[1].digest}`);
}

test('all sealed episodes are opened, checked and written as one line each', async ({ folder, open }) => {
  const { code, output } = await open();
  expect(output).toContain(`opened  ${SESSION}/${opening.episode}  2 steps, 0.1 s, 0 gaps`);
  expect(output).toContain('2 episodes in episodes.jsonl');
  expect(code).toBe(0);
  const episodes = await episodesIn(folder);
  expect(episodes.map(({ id }) => id)).toEqual([opening.episode, OTHER_EPISODE]);
  expect(JSON.stringify(episodes[0]?.streams)).toContain('b { color: red }');
  expect(episodes[0]?.steps.map(({ action }) => action.type)).toEqual(['goto', 'click']);
});

test('what the first redaction let through is replaced and told of, never by its value', async ({ folder, open }) => {
  const { identity, recipient } = await makeKeyPair();
  await writeFile(join(folder, 'key'), identity);
  const leak = { type: 3, id: 6, textContent: 'Write to eve.moneypenny@example.com' };
  await storeEpisode(folder, await sealEpisode([[opening, capture(0, { events: snapshot(10, [leak]) })]], recipient));
  const { code, output } = await open(`${SESSION}/${opening.episode}`);
  expect(output).toContain('replaced by the second redaction: 1 × e-mail addresses: 1 in pages');
  expect(code).toBe(0);
  const written = await readFile(join(folder, 'episodes.jsonl'), 'utf8');
  expect(written + output).not.toContain('moneypenny');
  const [episode] = await episodesIn(folder);
  expect(episode?.secondPass).toMatchObject({
    knewPolicy: false,
    found: [{ channel: 'snapshot', rule: 'email_address', count: 1 }],
  });
});

test('the policy is applied again to the episodes that were recorded under it, and to no others', async ({
  folder,
  open,
}) => {
  const sample = join(import.meta.dirname, '../../enterprise/policy.sample.json');
  const { hash } = await readPolicyFile(sample);
  const { identity, recipient } = await makeKeyPair();
  await writeFile(join(folder, 'key'), identity);
  for (const [episode, policyHash] of [
    [opening.episode, hash],
    [OTHER_EPISODE, 'a'.repeat(64)],
  ] as const) {
    const cell = {
      type: 2,
      tagName: 'td',
      attributes: {},
      id: 5,
      childNodes: [{ type: 3, id: 6, textContent: 'Kwame' }],
    };
    const records = [
      { ...opening, episode },
      capture(0, { siteRule: 'https://tickets.example/*', events: snapshot(10, [cell]) }),
    ];
    await storeEpisode(folder, await sealEpisode([records], recipient, { episode, policyHash }));
  }
  const { output } = await open('--policy', sample);
  expect(output).toContain('replaced by the second redaction: 1 × texts that are not known to be the app’s');
  expect(output).toContain(`It was recorded under another policy than ${sample}.`);
  const texts = (await episodesIn(folder)).map((episode) => JSON.stringify(episode.streams));
  expect(texts.map((text) => text.includes('Kwame'))).toEqual([false, true]);
});

test('screenshots are put beside the episodes, for their owner alone, and shown with their age', async ({
  folder,
  open,
  showhow,
}) => {
  const bytes = Buffer.from('a picture');
  const id = '3b1f6f0e-8a57-4c9b-9d0c-5a2e7c1d4f60';
  const screenshot: ScreenshotRecord = {
    ...{ kind: 'screenshot', id, document: 'DOC-TOP', tab: 71, cause: 'action', ledger: [] },
    ...{ from: START + 50, at: START + 130, mediaType: 'image/webp', width: 8, height: 6 },
    data: bytes.toString('base64'),
  };
  const key = (await readFile(join(folder, 'key'), 'utf8')).match(/age1\w+/)?.[0] ?? '';
  await storeEpisode(folder, await sealEpisode([...chunks, [screenshot]], key));
  const { code, output } = await open('--out', 'opened', `${SESSION}/${opening.episode}`);
  expect(output).toContain('1 screenshot');
  expect(code).toBe(0);
  const file = join(folder, 'opened', 'screenshots', `${id}.webp`);
  expect(await readFile(file)).toEqual(bytes);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const [episode] = await episodesIn(join(folder, 'opened'));
  expect(JSON.stringify(episode)).not.toContain(screenshot.data);
  expect(episode?.steps.at(-1)?.observation.screenshot).toEqual({ screenshot: 0, ageMs: -80 });

  await showhow('show', 'opened/episodes.jsonl', '-o', 'episode.html');
  const page = await readFile(join(folder, 'episode.html'), 'utf8');
  expect(page).toContain(`data:image/webp;base64,${screenshot.data}`);
  expect(page).toContain('Live screenshot, 80 ms after this moment');
  await unlink(file);
  await showhow('show', 'opened/episodes.jsonl', '-o', 'without.html');
  expect(await readFile(join(folder, 'without.html'), 'utf8')).toContain('its file is not beside the episode');
});

test('only the episodes that were named are opened', async ({ folder, open }) => {
  await open(`${SESSION}/${OTHER_EPISODE}`);
  expect((await episodesIn(folder)).map(({ id }) => id)).toEqual([OTHER_EPISODE]);
});

test('the order of chunks and of records in them does not matter', async ({ folder, open }) => {
  const { identity, recipient } = await makeKeyPair();
  await open();
  const [straight] = await episodesIn(folder);
  await writeFile(join(folder, 'key'), identity);
  await storeEpisode(
    folder,
    await sealEpisode(
      chunks.toReversed().map((records) => records.toReversed()),
      recipient,
    ),
  );
  await open(`${SESSION}/${opening.episode}`);
  expect(await episodesIn(folder)).toEqual([straight]);
});

test('a damaged chunk is named, and the other episodes are opened', async ({ folder, open }) => {
  const path = await pageChunk(folder);
  const bytes = await readFile(path);
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  await writeFile(path, bytes);
  const { code, output } = await open();
  expect(output).toMatch(/FAILED {2}\S+\n +The chunk \S+ is damaged: .* Restore the file from a backup/);
  expect(output).toContain('1 episode left out');
  expect(code).toBe(1);
  expect((await episodesIn(folder)).map(({ id }) => id)).toEqual([OTHER_EPISODE]);
});

test('a missing chunk is named', async ({ folder, open }) => {
  const path = await pageChunk(folder);
  await unlink(path);
  const { code, output } = await open();
  expect(output).toMatch(/A chunk is missing: \S+\/chunks\/[0-9a-f]{64}\. Restore/);
  expect(code).toBe(1);
});

test('a chunk that was forged does not open, although its digest is right', async ({ folder, open }) => {
  const sealed = await sealEpisode(chunks, (await makeKeyPair()).recipient);
  const own = JSON.parse(
    await readFile(join(folder, `objects/sessions/${SESSION}/episodes/${opening.episode}.json`), 'utf8'),
  );
  await storeEpisode(folder, { ...sealed, manifest: { ...sealed.manifest, wrappedKey: own.wrappedKey } });
  const { output } = await open();
  expect(output).toContain(`of session ${SESSION} does not open with the key of session ${SESSION}: it was changed`);
});

test('with another key nothing opens and nothing is written', async ({ folder, open }) => {
  await writeFile(join(folder, 'key'), (await makeKeyPair()).identity);
  const { code, output } = await open();
  expect(output).toContain(`The key of session ${SESSION} does not open`);
  expect(output).toContain('No episode was opened');
  expect(code).toBe(1);
  expect((await readdir(folder)).sort()).toEqual(['key', 'objects']);
});

test('an older result stays when nothing could be opened', async ({ folder, open }) => {
  await open();
  const before = await readFile(join(folder, 'episodes.jsonl'), 'utf8');
  await writeFile(join(folder, 'key'), (await makeKeyPair()).identity);
  await open();
  expect(await readFile(join(folder, 'episodes.jsonl'), 'utf8')).toBe(before);
});

test('a manifest of another format or that is not JSON is named', async ({ folder, open }) => {
  const path = join(folder, `objects/sessions/${SESSION}/episodes/${opening.episode}.json`);
  await writeFile(path, '{"format":"showhow/2"}');
  expect((await open()).output).toContain('has the format “showhow/2”; this program reads “showhow/1”');
  await writeFile(path, '{"format":');
  expect((await open()).output).toMatch(/The manifest \S+ is damaged: it is not JSON/);
});

test('an extension that writes records of an unknown form is told of', async ({ folder, open }) => {
  const { identity, recipient } = await makeKeyPair();
  await writeFile(join(folder, 'key'), identity);
  const strange = { ...capture(0), events: 'none' } as unknown as ReturnType<typeof capture>;
  await storeEpisode(folder, await sealEpisode([[opening, strange]], recipient));
  const { output } = await open(`${SESSION}/${opening.episode}`);
  expect(output).toMatch(/Record 1 of chunk [0-9a-f]{64} .* does not have the form of a record/);
  expect(output).toContain('at events');
});

for (const [args, message] of [
  [['open'], 'Name the private key with --key FILE.'],
  [['open', '--key', 'no-such-file'], 'Cannot read the key file no-such-file (ENOENT)'],
  [['open', '--key', 'objects'], 'Cannot read the key file objects (EISDIR)'],
  [['open', '--key', 'key', '--policy', 'key'], 'There is no policy in key'],
  [['open', '--key', 'key', '--data', 'nowhere'], 'There is no sealed data in nowhere'],
  [['open', '--key', 'key', '--data', '.', 'half'], '“half” does not name an episode'],
  [['open', '--key', 'key', '--data', '.', '--out', 'key'], 'showhow: EEXIST: file already exists'],
  [['open', '--keys', 'key'], '“showhow open --help” lists its options.'],
  [['summary'], 'Name one file that “showhow open” wrote.'],
  [['summary', 'no-such-file'], 'Cannot read no-such-file (ENOENT)'],
  [['summary', 'key'], 'There is no JSON in line 1 of key'],
  [['summary', 'key', '--out', 'x'], '“summary” takes no --out.'],
  [['picture', 'key'], 'Name the step with --step N, a number from 0.'],
  [['opne'], 'There is no command “opne”'],
] as const) {
  test(`“showhow ${args.join(' ')}” says what is wrong`, async ({ showhow }) => {
    const { code, output } = await showhow(...args);
    expect(output).toContain(message);
    expect(output).not.toMatch(/^ {4}at /m);
    expect(code).toBe(1);
  });
}

test('help is there for the program and for each command', async ({ showhow }) => {
  const general = await showhow('--help');
  expect(general.code).toBe(0);
  const names = [...general.output.matchAll(/^ {2}(\w+) {2,}/gm)].map(([, name = '']) => name);
  expect(names).toContain('open');
  for (const name of names) {
    const { code, output } = await showhow(name, '--help');
    expect(output).toContain(`Usage: showhow ${name}`);
    expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(code).toBe(0);
  }
});

test('keygen makes a pair that opens what was sealed for it, and overwrites nothing', async ({
  folder,
  showhow,
  open,
}) => {
  await chmod(folder, 0o755);
  const { output } = await showhow('keygen', '--out', 'own.key');
  const recipient = /age1[02-9ac-hj-np-z]{58}/.exec(output)?.[0] ?? '';
  expect((await stat(join(folder, 'own.key'))).mode & 0o777).toBe(0o600);
  await storeEpisode(folder, await sealEpisode(chunks, recipient));
  expect((await open('--key', 'own.key', `${SESSION}/${opening.episode}`)).code).toBe(0);
  const again = await showhow('keygen', '--out', 'own.key');
  expect(again.output).toContain('It is there already, and a key is never overwritten.');
  expect(again.code).toBe(1);
});

test('what was opened can be told in words, all of it or one episode', async ({ open, showhow }) => {
  await open();
  const all = await showhow('summary', 'episodes.jsonl');
  expect(all.output).toContain(`Episode ${opening.episode}`);
  expect(all.output).toContain(`Episode ${OTHER_EPISODE}`);
  expect(all.output).not.toContain('\u001b[');
  const one = await showhow('summary', 'episodes.jsonl', '--episode', OTHER_EPISODE);
  expect(one.output).not.toContain(opening.episode);
  const none = await showhow('summary', 'episodes.jsonl', '--episode', SESSION);
  expect(none.output).toContain(
    `There is no episode ${SESSION} in episodes.jsonl. There is: ${opening.episode}, ${OTHER_EPISODE}.`,
  );
});
