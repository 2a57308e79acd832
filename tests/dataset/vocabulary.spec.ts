import { expect, test as base } from '@playwright/test';
import { createServer } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allTasks } from '../../bench/tasks/all-tasks.ts';
import { serveTasks } from '../../bench/tasks/serve-tasks.ts';
import { writeVocabulary } from '../../dataset/vocabulary/vocabulary-command.ts';
import { startTicketDesk } from '../../demo/ticket-desk.ts';
import { Policy } from '../../lib/policy.ts';
import { lexiconOf } from '../../lib/redaction/lexicon.ts';
import { listenOnLoopback } from '../../scripts/loopback.ts';

interface Listed {
  readonly phrases: readonly string[];
  readonly told: string;
  readonly isAll: boolean;
}

type Files = Readonly<Record<string, readonly [type: string, body: string] | { readonly location: string }>>;

const test = base.extend<{ list: (...urls: string[]) => Promise<Listed>; serve: (files: Files) => Promise<string> }>({
  list: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'showhow-vocabulary-'));
    const file = join(folder, 'vocabulary.json');
    await use(async (...urls) => {
      const told: string[] = [];
      const isAll = await writeVocabulary(urls, file, (line) => told.push(line));
      const written = await readFile(file, 'utf8').catch(() => '[]');
      return {
        phrases: Policy.shape.sites.element.shape.vocabulary.parse(JSON.parse(written)),
        told: told.join('\n'),
        isAll,
      };
    });
    await rm(folder, { recursive: true });
  },
  serve: async ({}, use) => {
    const stops: (() => Promise<void>)[] = [];
    await use(async (files) => {
      const server = createServer((request, response) => {
        const file = files[request.url ?? ''];
        if (!file) return void response.writeHead(404).end();
        if ('location' in file) return void response.writeHead(302, file).end();
        response.writeHead(200, { 'content-type': file[0] }).end(file[1]);
      });
      const { port, stop } = await listenOnLoopback(server);
      stops.push(stop);
      return `http://127.0.0.1:${port}`;
    });
    await Promise.all(stops.map((stop) => stop()));
  },
});

test('the ticket desk’s own words are found, and nobody who is in its tickets', async ({ list }) => {
  const desk = await startTicketDesk();
  const { phrases, told, isAll } = await list(`${desk.origin}/`);
  await desk.stop();
  expect(phrases).toEqual(
    expect.arrayContaining([
      'All tickets',
      'Assigned to',
      'Bold',
      'E-mail',
      'Solve this ticket?',
      'Tell the requester by e-mail',
      'Urgent',
    ]),
  );
  expect(phrases.filter((phrase) => /Okafor|@|query|click/.test(phrase))).toEqual([]);
  expect(phrases).not.toContain('AO');
  expect(told).toContain('  Signed in as Ada Okafor');
  expect(told).toContain(`${phrases.length} phrases of`);
  expect(isAll).toBe(true);
});

test('a bundle of a well-known library is read, and its style sheets and its code are left out', async ({ list }) => {
  const task = allTasks.find(({ page }) => page.includes('/apps/ant.js'));
  if (!task) throw new Error('There is no task with a bundle.');
  const site = await serveTasks([task]);
  const { phrases } = await list(site.pageOf(task));
  await site.stop();
  expect(phrases).toEqual(
    expect.arrayContaining(['No Data', 'Next 5 Pages', 'Select date', 'Choose a month', 'Download file']),
  );
  expect(phrases.filter((phrase) => /&|\{[^}]|!important|:hover|sans-serif|translate\(/.test(phrase))).toEqual([]);
});

const APP = `import { t } from './lib/words.js';
const who = 'Call us now on +49 30 1234567';
console.log('Never shown to anybody');
if (state === 'Compared alone') throw new Error('Told to developers');
root.innerHTML = \`<section title="Work of today"><h2>Open orders</h2><p>\${who} has</p></section>\`;
button.textContent = 'Ship it now';
button.className = 'button button-primary';
element('M10 20L30 40', 'flex items-center', 'data-toggle', 'no results found');
load('/locales/de.json', '/api/people.json', '/editor.html');`;

test('scripts, templates and files of messages are followed within the origin; data is not read', async ({
  list,
  serve,
}) => {
  const other = await serve({ '/other.js': ['text/javascript', `show('Of another origin')`] });
  const origin = await serve({
    '/': [
      'text/html',
      `<title>Order desk</title><script type="module" src="/app.js"></script><script src="${other}/other.js"></script>
       <button aria-label="Close the window">Save order</button><table><tr><td>Cell of a customer</td></tr></table>
       <template><td>Ordered by</td></template><p>Dear customer</p><script>say('Said inline')</script>`,
    ],
    '/app.js': ['text/javascript', APP],
    '/lib/words.js': [
      'application/javascript; charset=utf-8',
      `export const t = { late: "Too late to change", n: "Nothing ordered | One order | {count} orders" }`,
    ],
    '/locales/de.json': [
      'application/json',
      '{"order":{"ship":"Bestellung versenden","n":"{count} Stück","all":"alle"}}',
    ],
    '/api/people.json': ['application/json', '["Kwame is data"]'],
    '/editor.html': ['text/html', '<button>Make bold</button>'],
  });
  const { phrases, told, isAll } = await list(`${origin}/`);
  expect(phrases).toEqual([
    '{} orders',
    '{} Stück',
    'alle',
    'Bestellung versenden',
    'Close the window',
    'Make bold',
    'no results found',
    'Nothing ordered',
    'One order',
    'Open orders',
    'Order desk',
    'Ordered by',
    'Said inline',
    'Save order',
    'Ship it now',
    'Too late to change',
    'Work of today',
  ]);
  expect(told).toContain('left out: 1 phrase with PHONE_NUMBER');
  expect(isAll).toBe(true);
  const place = { isOfApp: false, isPart: false };
  const gaps = ['Ship it now', 'Kwame is data'].map((text) => lexiconOf(phrases).phrases?.gapsIn(text, place));
  expect(gaps).toEqual([[], undefined]);
});

const WORDS_OF_HELP =
  'Sends a message. It can be of many kinds, such as a text, a number, or a list of them, and is sent once for each of the ' +
  'nodes that come after this one, in the order in which they were joined to it by whoever drew the flow.';

test('texts with values in them are phrases with gaps, in programs and in messages', async ({ list, serve }) => {
  const program = `
    label(\`Zapped by \${who}\`, 'Deleted ' + count + ' of ' + all + ' nodes', '%s ago', \`v\${number}\`);
    style('margin ' + width, \`\${size} px\`, 'red-ui-' + id, from + 'px ' + to + 'px');
    element.innerHTML = '<p>Signed in as <b>' + who + '</b> since</p>';
    const messages = JSON.parse('{"save":"Save the flow","id":"red-ui-save"}');`;
  const messages = {
    ...{
      saved: '__name__ is saved',
      left: '{{count}} zaps left',
      page: 'Page {0} of {1}',
      done: '%{n} done',
      v: 'Latest v{v}',
    },
    ...{
      press: 'Press <b>Enter</b> to zap',
      tip: 'Move it with the [left] key\nwhilst zapping',
      mark: 'Ask **nobody** at all',
    },
  };
  const origin = await serve({
    '/': ['text/html', '<script src="/app.js"></script>'],
    '/app.js': ['text/javascript', program],
    '/locales/en.json': ['application/json', JSON.stringify(messages)],
  });
  const { phrases } = await list(`${origin}/`, `${origin}/locales/en.json`);
  expect(phrases).toEqual([
    '{} ago',
    '{} done',
    '{} is saved',
    '{} zaps left',
    'Ask **nobody** at all',
    'at all',
    'Deleted {} of {} nodes',
    'Enter',
    'Latest {}',
    'Move it with the',
    'Move it with the [left] key',
    'Page {} of {}',
    'Press',
    'Press Enter to zap',
    'Save the flow',
    'Signed in as',
    'Signed in as {} since',
    'to zap',
    'whilst zapping',
    'Zapped by {}',
  ]);
});

test('sentences are read around places of elements, and with names that have capitals inside', async ({
  list,
  serve,
}) => {
  const program = `
    t('<0>Zap</0> is a super-fast app, which <1>OpenID</1> does not need (yet).', 'Start to use GitHub', 'Open the OAuth2 settings');
    classes('btn-primary is-open btn-large is-wide', 'sizeL box2D', 'WebkitTransition MozTransition');`;
  const origin = await serve({
    '/': ['text/html', '<script src="/app.js"></script>'],
    '/app.js': ['text/javascript', program],
  });
  const { phrases } = await list(`${origin}/`);
  expect(phrases).toEqual([
    'does not need (yet).',
    'is a super-fast app, which',
    'Open the OAuth2 settings',
    'Start to use GitHub',
    'Zap',
    'Zap is a super-fast app, which OpenID does not need (yet).',
  ]);
});

test('pages that browsers forgive are read, with the templates and the messages that they bring along', async ({
  list,
  serve,
}) => {
  const store = { '$:/language/Buttons/Save': { text: 'zap it' }, 'Ticket 4711': { text: 'Kwame called again' } };
  const origin = await serve({
    '/': [
      'text/html',
      `<!doctype html><title>Desk</title></p></section><h1>Zap desk</h1><p>Dear customer<p>Yours
       <button title='Zap & go'>Zap &quot;now&quot;</button><!-- <button>Never</button> -->
       <script type="text/html" data-help="zap"><h3>Details</h3><p>${WORDS_OF_HELP}</p><dt>payload <i>msg.topic</i></dt></script>
       <script type="application/json">${JSON.stringify([{ title: 'core', text: JSON.stringify({ tiddlers: store }) }])}</script>`,
    ],
  });
  const { phrases, isAll } = await list(`${origin}/`);
  expect(phrases).toEqual([
    'Desk',
    'Details',
    WORDS_OF_HELP.slice(WORDS_OF_HELP.indexOf('It can')),
    'msg.topic',
    'payload',
    'payload msg.topic',
    'Sends a message.',
    'Zap "now"',
    'Zap & go',
    'Zap desk',
    'zap it',
  ]);
  expect(isAll).toBe(true);
});

test('a file that cannot be read is named, and the others count', async ({ list, serve }) => {
  const origin = await serve({
    '/': ['text/html', '<script src="broken.js"></script><button>Save order</button>'],
    '/broken.js': ['text/javascript', 'const = ;'],
  });
  const { phrases, told, isAll } = await list(`${origin}/`);
  expect(phrases).toEqual(['Save order']);
  expect(told).toContain(`NOT READ  ${origin}/broken.js cannot be parsed:`);
  expect(isAll).toBe(false);
});

test('what cannot be had is said', async ({ list, serve }) => {
  const other = await serve({ '/': ['text/html', ''] });
  const origin = await serve({
    '/': ['text/html', ''],
    '/away': { location: `${other}/` },
    '/logo.png': ['image/png', ''],
  });
  await expect(list()).rejects.toThrow('Name the page of an app');
  await expect(list('desk')).rejects.toThrow('“desk” is no http or https address.');
  await expect(list('file:///etc/passwd')).rejects.toThrow('is no http or https address.');
  await expect(list('http://127.0.0.1:9/')).rejects.toThrow('Cannot reach http://127.0.0.1:9/');
  await expect(list(`${origin}/missing`)).rejects.toThrow('answers with 404.');
  await expect(list(`${origin}/away`)).rejects.toThrow(`leads to ${other}.`);
  await expect(list(`${origin}/logo.png`)).rejects.toThrow('is no page, no script and no JSON.');
  const { told, isAll } = await list(`${origin}/`);
  expect(told).toContain('No phrase was found in 1 file');
  expect(isAll).toBe(false);
});
