import type { Page } from '@playwright/test';

/** One thing that a person does in an application, in a second or two; `turn` counts how often all of it was done. */
export type Move = (page: Page, turn: number) => Promise<void>;

/** Draws a flow: nodes from the palette to the canvas, their forms, search, side bars, deploy. */
export const inNodeRed: readonly Move[] = [
  (page, turn) => dragNode(page, 'inject', { x: 120, y: 60 + (turn % 5) * 90 }),
  (page, turn) => dragNode(page, 'function', { x: 330, y: 60 + (turn % 5) * 90 }),
  (page) => page.locator('.red-ui-flow-node-group').last().dblclick(),
  (page, turn) => typeInto(page, '#node-input-name', `Check the order ${turn}`),
  (page) => page.locator('#node-dialog-ok').click(),
  (page) => page.locator('#red-ui-header-button-deploy').click(),
  (page) => page.getByRole('button', { name: 'Help' }).click(),
  (page) => typeInto(page, '[placeholder="filter nodes"]', 'http'),
  (page) => page.getByPlaceholder('filter nodes').fill(''),
  (page) => page.getByRole('button', { name: 'Information' }).click(),
  (page) => page.locator('#red-ui-view-zoom-out').click(),
  (page) => page.locator('#red-ui-view-zoom-in').click(),
];

async function dragNode(page: Page, type: string, { x, y }: { x: number; y: number }): Promise<void> {
  const canvas = await page.locator('#red-ui-workspace-chart').boundingBox();
  const node = page.locator(`.red-ui-palette-node[data-palette-type="${type}"]`);
  await node.hover();
  await page.mouse.down();
  await page.mouse.move((canvas?.x ?? 0) + x, (canvas?.y ?? 0) + y, { steps: 8 });
  await page.mouse.up();
}

/** Writes notes: a new page with a title and a text, search, and the tabs of the side bar. */
export const inTiddlyWiki: readonly Move[] = [
  (page) => page.getByRole('button', { name: 'new tiddler' }).first().click(),
  (page, turn) => typeInto(page, '.tc-titlebar input, input.tc-titlebar', ` of meeting ${turn}`),
  async (page) => {
    await page.frameLocator('.tc-tiddler-edit-frame iframe').first().locator('textarea').click();
    await page.keyboard.type('We agreed to *send* the offer by Friday. ', { delay: 30 });
  },
  (page) => page.keyboard.type('Anna asks [[the customer]] about the address. ', { delay: 30 }),
  (page) => page.locator('.tc-tiddler-edit-frame button[title^="Confirm changes"]').first().click(),
  (page) => page.getByRole('tab', { name: 'Recent' }).click(),
  (page) => page.locator('.tc-sidebar-lists .tc-tiddlylink').first().click(),
  (page) => typeInto(page, '.tc-sidebar-search input', 'meeting'),
  (page) => page.locator('.tc-sidebar-search input').first().fill(''),
  (page) => page.getByRole('tab', { name: 'Tools' }).click(),
  (page) => page.getByRole('tab', { name: 'Open', exact: true }).click(),
  (page) => page.mouse.wheel(0, 200),
];

/** Looks packages up: the list, search, a page with its tabs, and back. */
export const inVerdaccio: readonly Move[] = [
  (page) => page.mouse.wheel(0, 400),
  (page, turn) =>
    page
      .getByText(WORDS[turn % WORDS.length] ?? '', { exact: true })
      .first()
      .click(),
  (page) => page.mouse.wheel(0, 300),
  (page) => page.getByRole('tab', { name: 'Dependencies' }).click(),
  (page) => page.getByRole('tab', { name: 'Versions' }).click(),
  (page) => page.getByRole('tab', { name: 'Readme' }).click(),
  async (page) => void (await page.goBack()),
  (page) => typeInto(page, 'header input', 'office-m'),
  (page) => page.keyboard.press('Escape'),
  (page) => page.locator('header a').first().click(),
];

const WORDS = ['office-billing', 'office-calendar', 'office-contacts', 'office-desk'];

/** What these people type, as far as it is more than a word of the application: the longest first. */
export const TYPED: readonly string[] = [
  'We agreed to *send* the offer by Friday. Anna asks [[the customer]] about the address.',
  'We agreed to *send* the offer by Friday. Anna asks',
  'about the address.',
  'Check the order',
  'the customer',
  'of meeting',
  'office-m',
];

async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await page.locator(selector).first().click();
  await page.keyboard.type(text, { delay: 60 });
}
