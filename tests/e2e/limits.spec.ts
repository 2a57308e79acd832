import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { CaptureBatch } from '../../lib/capture.ts';
import { listenForBatches } from '../support/captured-batches.ts';
import { rowsOf } from '../support/database.ts';
import { expect, test } from '../support/fixtures.ts';

/** A page that changes more than anybody can follow, from a click on until its timer is stopped. */
const STORMY = `<!doctype html><title>Stormy</title><button>Storm</button><button>Calm</button><main hidden></main><script>
  var timer;
  const storm = () => {
    const rows = Array.from({ length: 600 }, () => '<p class="row"><i>' + Math.random() + '</i></p>');
    document.querySelector('main').innerHTML = rows.join('');
  };
  document.querySelector('button').onclick = () => { timer = setInterval(storm, 50); };
</script>`;

/** Limits are reached by doing much. */
test.describe.configure({ timeout: 150_000 });

test('a page that is too dear to follow is left alone until somebody acts, and that is a gap', async ({
  acknowledge,
  collector,
  page,
  send,
  site,
  worker,
}) => {
  site.reply('/stormy', STORMY);
  await acknowledge();
  const captured = await listenForBatches(worker);
  await page.goto(`${site.origin}/stormy`);
  await page.getByRole('button', { name: 'Storm' }).click();
  await expect(async () => {
    await page.mouse.click(600, 5);
    expect(await captured.gaps()).not.toEqual([]);
  }).toPass({ intervals: [1000] });
  await page.evaluate('clearInterval(timer)');
  await expect(async () => {
    await page.getByRole('button', { name: 'Calm' }).click();
    expect((await captured.actions()).map(({ target }) => target?.name)).toContain('Calm');
  }).toPass();
  await send('endTask', {});
  const [arrived] = await collector.received(1);
  const { gaps = [], steps = [] } = arrived?.episode ?? {};
  expect(gaps.map(({ reason }) => reason)).toContain('throttled');
  const [storm, calm] = ['Storm', 'Calm'].map((name) => steps.find(({ target }) => target?.name === name));
  expect(calm?.observation.streams).toEqual([expect.anything()]);
  expect(calm?.observation.streams).not.toEqual(storm?.observation.streams);
});

test('what the redactor cannot redact is dropped and told of, and too much of it ends the recording', async ({
  acknowledge,
  collector,
  extensionBrowser,
  extensionId,
  page,
  send,
  site,
  worker,
}) => {
  site.reply('/', '<!doctype html><title>Work</title><button>Save</button>');
  await acknowledge();
  const captured = await listenForBatches(worker);
  const sayAsRecorder = await recorderOf(page, extensionId);
  await page.goto(site.origin);
  await page.getByRole('button').click();
  await expect.poll(captured.verbs).toEqual(['click']);
  const [first] = await captured.all();
  if (!first) throw new Error('There is no batch.');

  const unheardOf = { ...first.batch, recorder: randomUUID(), actions: [], isLast: true };
  expect(await sayAsRecorder({ ...unheardOf, seq: 0 }, 3)).toMatchObject({ result: 'stored' });
  await send('endTask', {});
  const [arrived] = await collector.received(1);
  const failed = arrived?.episode.gaps.filter(({ reason }) => reason === 'redaction_failed');
  expect(failed).toEqual([expect.objectContaining({ count: 3 })]);
  expect(JSON.stringify(arrived)).not.toContain('Unredacted');
  const status = async () => (await send('getStatus', { tab: null })).status;
  expect(await status()).not.toMatchObject({ state: 'problem' });

  await sayAsRecorder({ ...unheardOf, recorder: randomUUID() }, 20);
  expect(await status()).toEqual({ state: 'problem', reason: 'redaction' });
  const before = await rowsOf(extensionBrowser, 'records');
  await page.reload();
  await page.getByRole('button').click();
  expect(await sayAsRecorder({ ...unheardOf, recorder: randomUUID() }, 0)).toMatchObject({ recording: false });
  expect(await rowsOf(extensionBrowser, 'records')).toHaveLength(before.length);
});

/** Elements within one another: more than the redactor can follow, and few enough for the browser to deliver. */
const TOO_DEEP = 1800;

/** Speaks to the worker as the recorder in a page does: with what a page that broke out of its world could say. */
async function recorderOf(page: Page, extensionId: string) {
  const devtools = await page.context().newCDPSession(page);
  let contextId = 0;
  devtools.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${extensionId}`) contextId = context.id;
  });
  await devtools.send('Runtime.enable');
  /** Hands over a batch with so many snapshots more, each of a page that is too deep. */
  return async (batch: CaptureBatch, snapshots: number): Promise<unknown> => {
    const expression = `(async () => {
      const batch = ${JSON.stringify(batch)};
      for (let n = 0; n < ${snapshots}; n++) {
        let node = { type: 3, id: 1, textContent: 'Unredacted' };
        for (let id = 2; id < ${TOO_DEEP}; id++) node = { type: 2, id, tagName: 'div', attributes: {}, childNodes: [node] };
        batch.events.push({ type: 2, data: { node, initialOffset: { left: 0, top: 0 } }, timestamp: Date.now() });
      }
      return chrome.runtime.sendMessage({ name: 'capture', request: batch });
    })()`;
    const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
      ...{ expression, contextId },
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
}
