import { expect, test as base } from '@playwright/test';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { type Pages, previewsOf } from '../../dataset/preview/join-preview.ts';
import { writePreview } from '../../dataset/preview/preview-command.ts';
import type { Preview } from '../../dataset/preview/preview.ts';
import { previewPage } from '../../dataset/preview/preview-page.ts';
import { snapshotPage } from '../../dataset/preview/snapshot-page.ts';
import { readPolicyFile } from '../../dataset/read-policy.ts';
import { startTicketDesk } from '../../demo/ticket-desk.ts';
import type { Policy, RedactionLevel } from '../../lib/policy.ts';
import { emptyMemory } from '../../lib/redaction/memory.ts';
import { toEpisode } from '../../lib/to-episode.ts';
import { findChromium } from '../../scripts/chromium.ts';
import { LEAN } from '../../scripts/lean-chromium.ts';
import { seriousViolations } from '../support/axe.ts';
import { capture, EPISODE, opening, SESSION, snapshot } from '../support/records.ts';
import { elementNode, textNode } from '../support/rrweb.ts';

const SAMPLE = join(import.meta.dirname, '../../enterprise/policy.sample.json');

/** What people entered at the ticket desk, by what goes at which level. */
const DATA = ['Hanna Brandt', 'Lindenstraße'];
const DETECTED = ['hanna.brandt@example.com', 'DE89 3704', '+49 30 23125'];

interface Desk {
  readonly origin: string;
  /** The page of one ticket, with the frame in which it is answered. */
  readonly ticket: Pages;
}

const test = base.extend<{ folder: string }, { chrome: Browser; desk: Desk; sample: Policy }>({
  chrome: [
    async ({}, use) => {
      const browser = await chromium.launch({ executablePath: findChromium().path, args: ['--no-sandbox', ...LEAN] });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  desk: [
    async ({ chrome }, use) => {
      const { origin, stop } = await startTicketDesk();
      await use({ origin, ticket: await snapshotPage(chrome, `${origin}/tickets/4711`) });
      await stop();
    },
    { scope: 'worker' },
  ],
  sample: [async ({}, use) => use((await readPolicyFile(SAMPLE)).policy), { scope: 'worker' }],
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'showhow-preview-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

function policyFor(sample: Policy, match: string, redaction: RedactionLevel): Policy {
  return { ...sample, sites: [{ match, redaction, urlParameters: [], vocabulary: ['Send reply'] }] };
}

function ticketAt(level: RedactionLevel, { origin, ticket }: Desk, sample: Policy): Preview {
  const shown = { streams: ticket.streams.map(({ events }, stream) => ({ stream, events: events.length })) };
  const policy = policyFor(sample, `${origin}/*`, level);
  const [preview] = previewsOf(ticket, [shown], { policy, memory: emptyMemory(), isAgain: false });
  if (!preview) throw new Error('The ticket desk has no page.');
  return preview;
}

for (const [level, gone, kept] of [
  ['strict', [...DATA, ...DETECTED, 'Requester'], ['Send reply']],
  ['standard', [...DATA, ...DETECTED], ['Requester', 'Send reply', 'Your reply']],
  ['open', DETECTED, [...DATA, 'Requester', 'Your reply']],
] as const) {
  test(`at ${level}, the ticket is shown as it is, and as it would be recorded`, ({ desk, sample }) => {
    const preview = ticketAt(level, desk, sample);
    const [before, after] = [preview.before, preview.after].map((side) => JSON.stringify(side));
    for (const word of [...gone, ...kept]) expect(before).toContain(word);
    expect(gone.filter((word) => after?.includes(word))).toEqual([]);
    expect(kept.filter((word) => !after?.includes(word))).toEqual([]);
    expect(preview.after).toMatchObject({ level, rule: `${desk.origin}/*` });
    expect(preview.before.owners).toHaveLength(1);
    expect(preview.ledger).toEqual(expect.arrayContaining([expect.objectContaining({ rule: 'email_address' })]));
  });
}

const left = (page: Page) => page.frameLocator('.original iframe');
const right = (page: Page) => page.frameLocator('.screen iframe');
const highlighted = (page: Page, side: string, name: string) =>
  page
    .frameLocator(`${side} iframe`)
    .locator('html')
    .evaluate((_, key) => [...(CSS.highlights.get(key) ?? [])].map(String), name);

test('the file shows both sides, marks what is replaced, and asks for nothing', async ({
  chrome,
  desk,
  folder,
  sample,
}) => {
  const preview = ticketAt('standard', desk, sample);
  const denied = { url: `${desk.origin}/admin`, before: preview.before, after: null, ledger: [] };
  const player = await readFile('node_modules/@rrweb/replay/umd/replay.min.js', 'utf8');
  const looks = ['show/show.css', 'preview/preview.css'].map((path) => readFile(join('dataset', path), 'utf8'));
  const file = join(folder, 'preview.html');
  await writeFile(file, previewPage([preview, denied], { player, look: (await Promise.all(looks)).join('\n') }));

  const context = await chrome.newContext({ viewport: { width: 1300, height: 800 }, offline: true });
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('requestfinished', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  await expect(left(page).getByText('You can reach me at hanna.brandt@example.com')).toBeVisible();
  await expect(right(page).getByRole('button', { name: 'Send reply' })).toBeVisible();
  await expect(right(page).getByText('hanna')).toHaveCount(0);
  await expect(right(page).frameLocator('iframe').getByRole('textbox', { name: 'Your reply' })).toBeVisible();
  expect(await highlighted(page, '.original', 'replaced')).toEqual(expect.arrayContaining(['Hanna Brandt']));
  expect(await highlighted(page, '.original', 'replaced')).not.toContain('Requester');
  expect(await highlighted(page, '.screen', 'withheld')).toEqual(expect.arrayContaining([expect.stringMatching(/^⟦/)]));
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await seriousViolations(page)).toEqual([]);
  }
  await page.locator('[data-page="1"]').click();
  await expect(page.getByText('This page is not recorded.')).toBeVisible();
  expect(requests.filter((url) => !/^(?:data|blob|about):/.test(url))).toEqual([pathToFileURL(file).href]);
  expect(errors).toEqual([]);
  await context.close();
});

test('of an episode, it shows what another policy would replace besides', async ({ folder, sample }) => {
  const cells = [
    elementNode(5, 'td', {}, textNode(6, 'Kwame Osei-Bonsu')),
    elementNode(7, 'td', {}, textNode(8, '⟦EMAIL_ADDRESS_1⟧')),
  ];
  const episode = toEpisode({
    manifest: { session: SESSION, episode: EPISODE, cut: { rule: 'idle', confidence: 1 }, gaps: [] },
    records: [opening, capture(0, { redaction: 'open', events: snapshot(10, cells) })],
  });
  await writeFile(join(folder, 'episodes.jsonl'), JSON.stringify(episode));
  const policy = policyFor(sample, 'https://desk.example.com/*', 'standard');
  await writeFile(join(folder, 'policy.json'), JSON.stringify(policy));
  const told: string[] = [];
  const out = join(folder, 'preview.html');
  const options = { policy: join(folder, 'policy.json'), episode: undefined, out };
  await writePreview([join(folder, 'episodes.jsonl')], options, (line) => told.push(line));
  expect(told).toEqual([
    'https://desk.example.com/tickets  standard',
    '  1 × texts that are not known to be the app’s: 1 in pages',
    expect.stringContaining('1 page: '),
  ]);
  const written = await readFile(out, 'utf8');
  expect(written.split('Kwame')).toHaveLength(2);
  expect(written).toContain('⟦WORDS_1⟧');
  expect((await stat(out)).mode & 0o777).toBe(0o600);

  const elsewhere = policyFor(sample, 'https://other.example.com/*', 'standard');
  await writeFile(join(folder, 'policy.json'), JSON.stringify(elsewhere));
  await writePreview([join(folder, 'episodes.jsonl')], options, (line) => told.push(line));
  expect(told[3]).toContain('is not recorded: no rule of the policy covers it, or it is denied');
});

test('what is missing is said', async ({ folder }) => {
  const preview = (policy: string | undefined, ...sources: string[]) =>
    writePreview(sources, { policy, episode: undefined, out: join(folder, 'preview.html') }, () => undefined);
  await expect(preview(undefined, 'https://desk.example.com/')).rejects.toThrow('Name the policy with --policy FILE.');
  await expect(preview(SAMPLE)).rejects.toThrow('Name pages, http or https, or one file');
  await expect(preview(SAMPLE, 'no-such-file')).rejects.toThrow('Cannot read no-such-file');
  await writeFile(join(folder, 'half.json'), '{"sites":[]}');
  await expect(preview(join(folder, 'half.json'), 'https://a.example/')).rejects.toThrow('notice is missing');
});
