import type { Page } from '@playwright/test';
import { expect, type Task, test } from '../support/replayed.ts';

const output = (page: Page) => page.locator('#out').textContent();
const say = (expression: string) => `document.querySelector('#out').textContent = ${expression}`;
const OUT = '<p><output id="out"></output></p>';

const tasks: Record<string, Task> = {
  'buttons that are clicked': {
    html: `<title>Buttons</title>${OUT}<button>One</button><button>Two</button><button>Three</button>
      <script>onclick = ({ target }) => target.localName === 'button' && (out.textContent += target.textContent + ' ')</script>`,
    act: async (page) => {
      for (const name of ['Two', 'One', 'Two', 'Three']) await page.getByRole('button', { name }).click();
    },
    state: output,
  },
  'a text field and a button': {
    html: `<title>Form</title>${OUT}<label>Subject <input id="subject"></label>
      <button type="button" onclick="${say('subject.value')}">Save</button>`,
    act: async (page) => {
      await page.getByLabel('Subject').click();
      await page.keyboard.type('Printer on fire');
      await page.getByRole('button').click();
    },
    state: output,
    typed: ['Printer on fire'],
  },
  'a menu that opens under the pointer': {
    html: `<title>Menu</title><style>ul ul { display: none } li:hover > ul { display: block } li { width: 120px }</style>${OUT}
      <ul><li>File<ul><li onclick="${say("'opened'")}">Open</li><li onclick="${say("'closed'")}">Close</li></ul></li></ul>`,
    act: async (page) => {
      await page.getByText('File').hover();
      await page.getByText('Close').click();
    },
    state: output,
  },
  'a slider that is dragged': {
    html: `<title>Slider</title>${OUT}<label>Volume <input type="range" id="volume" min="0" max="100" value="0" style="width: 300px"></label>
      <script>volume.oninput = () => ${say('volume.value')}</script>`,
    act: async (page) => {
      const box = await page.locator('#volume').boundingBox();
      if (!box) return;
      await page.mouse.move(box.x + 8, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + 180, box.y + box.height / 2, { steps: 6 });
      await page.mouse.up();
    },
    state: output,
    typed: ['60'],
  },
  'a button that is enabled after a while': {
    html: `<title>Delay</title>${OUT}<button onclick="this.disabled = true; setTimeout(() => go.disabled = false, 900)">Start</button>
      <button id="go" disabled onclick="${say("'gone'")}">Go</button>`,
    act: async (page) => {
      await page.getByRole('button', { name: 'Start' }).click();
      await page.getByRole('button', { name: 'Go' }).click();
    },
    state: output,
  },
  'a text that has to appear before the click counts': {
    html: `<title>Toast</title>${OUT}<p id="price">10</p><button onclick="${say('price.textContent')}">Buy</button>
      <script>let n = 10; setInterval(() => price.textContent = String(n = n + 7), 700)</script>`,
    act: async (page) => {
      await page.waitForFunction(() => document.querySelector('#price')?.textContent === '31');
      await page.getByRole('button', { name: 'Buy' }).click();
    },
    state: output,
  },
};

for (const [name, task] of Object.entries(tasks)) {
  test(`replays ${name}`, async ({ replayed }) => {
    const { episode, report, recorded, live } = await replayed(task);
    const told = `${JSON.stringify(report, null, 1)}\n${JSON.stringify(
      episode.steps.map(({ action, target }) => [action, target?.selectors]),
      null,
      1,
    )}`;
    expect(live, told).toEqual(recorded);
    expect(report.share, told).toBe(1);
  });
}
