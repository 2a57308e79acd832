import type { Page } from '@playwright/test';
import { nodeRed, tiddlyWiki, verdaccio } from './app-list.ts';
import { inNodeRed, inTiddlyWiki, inVerdaccio, type Move } from './app-people.ts';
import type { App } from './apps.ts';
import { publishPackage } from './publish-package.ts';
import { CASES, PEOPLE, PUBLISHED } from './redaction-data.ts';

/** An application, and how made-up people and their cases get into it. */
export interface FilledApp {
  readonly app: App;
  /** Pages, scripts and messages that its vocabulary is made from, by their path. */
  readonly resources: readonly string[];
  readonly fill: (origin: string) => Promise<void>;
  readonly moves: readonly Move[];
  /** Opens its first page and waits until the app stands. */
  readonly open: (page: Page, origin: string) => Promise<void>;
  /** Shows where its people's data is to be seen. */
  readonly showData: (page: Page) => Promise<void>;
}

export const FILLED_APPS: readonly FilledApp[] = [
  {
    app: nodeRed,
    resources: [
      '/',
      '/nodes',
      ...['editor', 'node-red', 'infotips', 'jsonata'].map((name) => `/locales/${name}?lng=en-US`),
    ],
    fill: fillNodeRed,
    moves: inNodeRed,
    open: async (page, origin) => {
      await page.goto(origin);
      await page.locator('.red-ui-palette-node').first().waitFor();
    },
    showData: (page) => page.locator('.red-ui-flow-node').first().waitFor(),
  },
  {
    app: tiddlyWiki,
    resources: [
      '/',
      ...['GettingStarted', '$:/SiteTitle', '$:/SiteSubtitle', '$:/core/ui/Buttons/save-wiki'].map(
        (title) => `/recipes/default/tiddlers/${encodeURIComponent(title)}`,
      ),
    ],
    fill: fillTiddlyWiki,
    moves: inTiddlyWiki,
    open: async (page, origin) => {
      await page.goto(origin);
      await page.getByRole('button', { name: 'new tiddler' }).first().waitFor();
    },
    showData: async () => {},
  },
  {
    app: { ...verdaccio, fill: async () => {} },
    resources: ['/'],
    fill: fillVerdaccio,
    moves: inVerdaccio,
    open: async (page, origin) => {
      await page.goto(origin);
      await page.locator('header').first().waitFor();
    },
    showData: (page) => page.getByText('office-billing').first().waitFor(),
  },
];

async function send(
  method: string,
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
}

/** What a node of each type has of its own: without it, Node-RED does not deploy it unasked. */
const INJECT = {
  props: [],
  repeat: '',
  crontab: '',
  once: false,
  onceDelay: 0.1,
  topic: '',
  payload: '',
  payloadType: 'date',
};
const DEBUG = {
  active: true,
  tosidebar: true,
  console: false,
  tostatus: false,
  complete: 'payload',
  targetType: 'msg',
};

async function fillNodeRed(origin: string): Promise<void> {
  const flows = CASES.flatMap(({ title, text, name }, at) => [
    { id: `f${at}`, type: 'tab', label: title, info: text },
    { ...INJECT, id: `n${at}`, type: 'inject', z: `f${at}`, name, x: 160, y: 80, wires: [[`d${at}`]] },
    { ...DEBUG, id: `d${at}`, type: 'debug', z: `f${at}`, name: title, x: 400, y: 80, wires: [] },
    { id: `c${at}`, type: 'comment', z: `f${at}`, name: text.slice(0, 40), info: text, x: 200, y: 160, wires: [] },
  ]);
  await send('POST', `${origin}/flows`, flows);
}

async function fillTiddlyWiki(origin: string): Promise<void> {
  for (const { title, text, name } of CASES) {
    const tags = name.replaceAll(' ', '-');
    const body = { title, text, tags, creator: name, fields: { modifier: name } };
    await send('PUT', `${origin}/recipes/default/tiddlers/${encodeURIComponent(title)}`, body, {
      'x-requested-with': 'TiddlyWiki',
    });
  }
}

async function fillVerdaccio(origin: string): Promise<void> {
  for (const [at, name] of PUBLISHED.entries()) {
    const { text } = CASES[at] ?? { text: '' };
    const { name: author, mail: email } = PEOPLE[at] ?? PEOPLE[0];
    const person = { name: author, email };
    const readme = `# ${author}\n\n${text}\n`;
    await publishPackage(origin, name, { description: text, author: person, maintainers: [person], readme });
  }
}
