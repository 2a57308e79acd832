import type { Browser } from 'webextension-polyfill';
import type { Reply } from '../../lib/messages.ts';
import type { Policy } from '../../lib/policy.ts';
import { rowsOf } from '../support/database.ts';
import { expect, test as base } from '../support/fixtures.ts';
import { policyFor } from '../support/policy.ts';

/** What pages of the extension have. */
declare const chrome: Browser;

const WORK = `<!doctype html><title>Work</title>
<button>Before</button><button>Meanwhile</button><button>Afterwards</button>`;

type Change = (policy: Policy, origin: string) => object | null;

/** What an administrator may do to the policy while somebody works, with tabs open. */
const CHANGES: Readonly<Record<string, readonly Change[]>> = {
  'another site in place of this one, and deny patterns for site and page': [
    (policy) => ({
      ...policy,
      sites: [{ match: 'https://other.example/*', redaction: 'standard', urlParameters: [], vocabulary: [] }],
    }),
    (policy, origin) => ({ ...policy, deny: [`${origin}/*`] }),
    (policy, origin) => ({ ...policy, deny: [`${origin}/tickets/*`] }),
  ],
  'a key that does not fit, and the end of the policy': [(policy) => ({ ...policy, budgets: 'plenty' }), () => null],
};

const test = base.extend<{ full: Policy }>({
  // The fixture is typed for any managed values; here it is the default one.
  full: async ({ policy }, use) => use(policy as Policy),
});

for (const [what, changes] of Object.entries(CHANGES)) {
  test(`${what}: each stops recording in open tabs, and taking it back starts it again`, async ({
    full,
    acknowledge,
    collector,
    page,
    setPolicy,
    site,
    extensionBrowser,
  }) => {
    test.slow(); // A browser looks at its policies again some seconds after they were changed.
    site.reply('/tickets/1', WORK);
    const ownPage = await extensionBrowser.context.newPage();
    await ownPage.goto(`chrome-extension://${extensionBrowser.extensionId}/options.html`);
    /** What the popup would say over the tab in which somebody works. */
    const state = () =>
      ownPage.evaluate(async (url) => {
        const tab = (await chrome.tabs.query({})).find((candidate) => candidate.url === url);
        const envelope = { name: 'getStatus', request: { tab: tab?.id ?? null } };
        const { status } = (await chrome.runtime.sendMessage(envelope)) as Reply<'getStatus'>;
        return status.state;
      }, page.url());
    /** How many actions the episodes on the disk hold. */
    const captured = async () =>
      (await rowsOf(extensionBrowser, 'episodes')).reduce((sum, { actions }) => sum + Number(actions), 0);
    /** Clicks, again if the recorder has not come back yet, until an action more is on the disk. */
    const clickAndStore = async (name: string): Promise<void> => {
      const before = await captured();
      await expect(async () => {
        await page.getByRole('button', { name }).click();
        await expect.poll(captured, { timeout: 2000 }).toBeGreaterThan(before);
      }).toPass();
    };

    await acknowledge();
    await page.goto(`${site.origin}/tickets/1`);
    for (const change of changes) {
      await expect.poll(state).toBe('recording');
      await clickAndStore('Before');
      setPolicy(change(full, site.origin));
      await expect.poll(state).toBe('off');
      await page.getByRole('button', { name: 'Meanwhile' }).click();
      setPolicy(full);
    }
    await expect.poll(state).toBe('recording');
    await clickAndStore('Afterwards');
    setPolicy({ ...full, policyVersion: 'test-2' }); // Ends the episode: no episode has two policies.

    const arrived = await collector.received(changes.length + 1);
    const names = arrived.map(({ episode }) =>
      episode.captured.flatMap(({ action, target }) => (action.type === 'click' && target ? [target.name] : [])),
    );
    const expected = [...changes.map(() => ['Before']), ['Afterwards']];
    expect(names.map((clicked) => [...new Set(clicked)])).toEqual(expected);
  });
}

test.describe('before its values have arrived', () => {
  test.use({ policy: {} });

  test('it records nothing, and begins by itself once they are there', async ({
    acknowledge,
    collector,
    organisation,
    page,
    send,
    setPolicy,
    site,
  }) => {
    site.reply('/', '<!doctype html><title>Work</title><button>Early</button><button>Later</button>');
    const status = async () => (await send('getStatus', { tab: null })).status;
    expect(await status()).toEqual({ state: 'off', reason: 'no_policy' });
    await page.goto(site.origin);
    await page.getByRole('button', { name: 'Early' }).click();

    // A browser so young may not notice: as an administrator's tool would, the file is written until it does.
    await expect(async () => {
      setPolicy(policyFor({ origin: site.origin, collector: collector.policyValues, organisation }));
      expect(await status()).toEqual({ state: 'off', reason: 'notice' });
    }).toPass({ timeout: 30_000 });
    await acknowledge();
    await expect(async () => {
      await page.getByRole('button', { name: 'Later' }).click();
      await send('endTask', {});
      expect(await collector.manifests()).not.toEqual([]);
    }).toPass();
    const arrived = await collector.episodes();
    const names = arrived.flatMap(({ episode }) => episode.captured.map(({ target }) => target?.name));
    expect(names).toContain('Later');
    expect(names).not.toContain('Early');
  });
});
