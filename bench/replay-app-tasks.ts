import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { nodeRed, tiddlyWiki, verdaccio } from './app-list.ts';
import type { App } from './apps.ts';
import type { Person } from './tasks/person.ts';

/** Some office work in a real application. */
export interface AppTask {
  readonly app: App;
  /** Where it begins, below the application's address. */
  readonly path: string;
  /** What is there once one can begin. */
  readonly ready: string;
  readonly person: (person: Person) => Promise<void>;
  /** What the work comes to: as the application keeps it, without what is new each time. */
  readonly stateOf: (origin: string, page: Page) => Promise<unknown>;
}

/** One task in each of three applications, ten steps or more. */
export const appTasks: readonly AppTask[] = [
  {
    app: nodeRed,
    path: '/',
    ready: '.red-ui-palette-node[data-palette-type="debug"]',
    async person(person) {
      const canvas = person.find('#red-ui-workspace-chart');
      const fromPalette = (type: string) => person.find(`.red-ui-palette-node[data-palette-type="${type}"]`);
      const nodeOf = (type: string) => person.find('.red-ui-flow-node-group').filter({ hasText: type });
      const finish = async () => {
        await person.click(person.find('#node-dialog-ok'));
        // A shade lies over the head of the page until the tray has gone, and then the canvas takes the focus.
        await person.find('#red-ui-header-shade').waitFor({ state: 'hidden' });
      };
      await person.dragTo(fromPalette('inject'), canvas, { x: 160, y: 100 });
      await person.dragTo(fromPalette('debug'), canvas, { x: 460, y: 140 });
      const ports = (kind: string) => person.find(`.red-ui-flow-port-${kind} .red-ui-flow-port`);
      await person.dragTo(ports('output').first(), ports('input').last());
      await person.doubleClick(nodeOf('timestamp'));
      await person.fill(person.find('#node-input-name'), 'Every morning');
      await finish();
      await person.fill(person.find('[placeholder="filter nodes"]'), 'comment');
      // The palette is filtered a moment later, and what is in it moves up.
      await fromPalette('debug').waitFor({ state: 'hidden' });
      await person.dragTo(fromPalette('comment'), canvas, { x: 200, y: 240 });
      await person.doubleClick(nodeOf('comment'));
      await person.fill(person.find('#node-input-name'), 'Ask Anna');
      await finish();
      await person.click(person.find('#red-ui-header-button-deploy'));
      await person.see(person.page.getByText('Successfully deployed'));
    },
    async stateOf(origin) {
      const flows = (await (await fetch(`${origin}/flows`)).json()) as FlowNode[];
      const nodes = flows.filter(({ type }) => type !== 'tab');
      const typeOf = (id: string): string => nodes.find((node) => node.id === id)?.type ?? '';
      return nodes
        .map(({ type, name, x, y, wires = [] }) => ({ type, name, x, y, to: wires.flat().map(typeOf) }))
        .toSorted((a, b) => a.type.localeCompare(b.type));
    },
  },
  {
    app: tiddlyWiki,
    path: '/',
    ready: 'button[aria-label="new tiddler"]',
    async person(person) {
      await person.click(person.find('button[aria-label="new tiddler"]').first());
      await person.replace(person.find('input.tc-titlebar'), 'Offer to Berg');
      await person.click(person.frame('.tc-tiddler-edit-frame iframe').locator('textarea'));
      await person.press('Control+a', ['press', 'selectText']);
      await person.type('We agreed to *send* the offer.');
      await person.fill(person.find('.tc-edit-tags input[type="text"], .tc-add-tag-name input').first(), 'sales');
      await person.click(person.find('.tc-add-tag-button button, .tc-add-tag-button').first());
      await person.click(person.find('.tc-tiddler-edit-frame button[title^="Confirm changes"]').first());
      await person.click(person.page.getByRole('tab', { name: 'Recent' }));
      await person.click(person.page.getByRole('tab', { name: 'Open', exact: true }));
      await person.fill(person.find('.tc-sidebar-search input').first(), 'offer');
      await person.click(person.find('.tc-search-results a').filter({ hasText: 'Offer to Berg' }).first());
      await person.see(person.find('.tc-tiddler-frame').filter({ hasText: 'We agreed' }));
      // The wiki saves by itself, some time later.
      await setTimeout(2_500);
    },
    async stateOf(origin) {
      const headers = { 'x-requested-with': 'TiddlyWiki' };
      const url = `${origin}/recipes/default/tiddlers`;
      const list = (await (await fetch(`${url}.json`, { headers })).json()) as { title: string; tags?: string }[];
      const own = list.filter(({ title }) => !title.startsWith('$:/'));
      return Promise.all(
        own.map(async ({ title }) => {
          const tiddler = (await (await fetch(`${url}/${encodeURIComponent(title)}`, { headers })).json()) as Tiddler;
          return { title, text: tiddler.text, tags: tiddler.tags };
        }),
      );
    },
  },
  {
    app: { ...verdaccio, fill: async (origin) => (await verdaccio.fill?.(origin), signUp(origin)) },
    path: '/',
    ready: 'a:has-text("office-billing"), :text("office-billing")',
    async person(person) {
      await person.click(person.find('[data-testid="header--button-login"]'));
      await person.fill(person.find('#login--dialog-username'), ACCOUNT.name);
      await person.fill(person.find('#login--dialog-password'), ACCOUNT.password);
      await person.press('Enter');
      await person.see(person.find('#header--button-account, [data-testid="logInDialogIcon"]').first());
      await person.fill(person.find('header input').first(), 'office-m');
      await person.click(person.page.getByRole('option', { name: /office-mailer/ }).first());
      await person.click(person.page.getByRole('tab', { name: /dependencies/i }));
      await person.click(person.page.getByRole('tab', { name: /versions/i }));
      await person.click(person.page.getByRole('tab', { name: /readme/i }));
      await person.click(person.page.getByRole('tab', { name: /dependencies/i }));
      await person.click(person.page.getByText('office-gateway').first());
      await person.see(person.page.getByRole('heading', { name: 'office-gateway' }).first());
      await person.click(person.page.getByRole('tab', { name: /versions/i }));
    },
    stateOf: (_origin, page) =>
      page.evaluate(() => ({
        path: location.pathname,
        tab: document.querySelector('[role="tab"][aria-selected="true"]')?.textContent ?? null,
        account: localStorage.getItem('username'),
      })),
  },
];

interface FlowNode {
  readonly id: string;
  readonly type: string;
  readonly name?: string;
  readonly x?: number;
  readonly y?: number;
  readonly wires?: readonly (readonly string[])[];
}

interface Tiddler {
  readonly text?: string;
  readonly tags?: string;
}

const ACCOUNT = { name: 'berg', password: 'Larch9-stove' };

async function signUp(origin: string): Promise<void> {
  const response = await fetch(`${origin}/-/user/org.couchdb.user:${ACCOUNT.name}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ACCOUNT),
  });
  if (!response.ok) throw new Error(`verdaccio takes no account: ${response.status} ${await response.text()}`);
}
