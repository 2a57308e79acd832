import { type DeliveredBatch, listenForBatches } from '../support/captured-batches.ts';
import { expect, test } from '../support/shared-browser.ts';

const PASSWORD = 'Zx9-canary-phrase';

test('a password leaves the page in no channel, shown or hidden', async ({ acknowledge, page, site, worker }) => {
  await acknowledge();
  const captured = await listenForBatches(worker);
  await page.goto(`${site.origin}/capture/form.html`);
  const field = page.getByLabel('Password');
  await field.click();
  await page.keyboard.type(PASSWORD);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('[name=password]');
    if (!input) return;
    input.type = 'text';
    input.setAttribute('value', input.value);
    input.title = input.value;
    document.querySelector('#out')?.append(`You typed ${input.value}, loudly ${input.value.toUpperCase()}`);
    document.querySelector('#out')?.setAttribute('title', btoa(input.value.toLowerCase()));
    document.title = input.value;
  });
  await page.keyboard.type('-and-more');
  await page.getByTestId('save').click();
  await expect.poll(captured.verbs).toEqual(['click', 'fill ⟦SECRET⟧', 'click', 'submit']);
  await expect.poll(async () => JSON.stringify(await captured.all())).toContain('You typed ⟦SECRET⟧');
  const all = JSON.stringify(await captured.all());
  expect(all.toLowerCase()).not.toContain(PASSWORD.toLowerCase());
  expect(all).not.toContain(btoa(PASSWORD.toLowerCase()));
});

test('fields are secret by autocomplete, by style and by name', async ({ acknowledge, page, site, worker }) => {
  const fields = [
    '<input value="canary-1" autocomplete="section-x one-time-code">',
    '<input value="canary-2" autocomplete="cc-number">',
    '<input value="canary-3" style="-webkit-text-security: disc">',
    '<input value="canary-4" name="userPassword">',
    '<label>Kennwort <input value="canary-5"></label>',
    '<label for="six">API key</label><input id="six" value="canary-6">',
    '<textarea name="secret">canary-7</textarea>',
    '<input type="hidden" value="canary-8">',
    '<input type="password" value="canary-9">',
  ];
  site.reply(
    '/secrets',
    `<!doctype html><title>Secrets</title>${fields.join('\n')}<input value="plain text"><button>Go</button>`,
  );
  await acknowledge();
  const captured = await listenForBatches(worker);
  await page.goto(`${site.origin}/secrets`);
  await page.getByRole('button').click();
  await expect.poll(captured.verbs).toEqual(['click']);
  const sent = JSON.stringify(await captured.all());
  expect(sent).toContain('plain text');
  expect(sent).not.toContain('canary');
});

test('a password stays one, though scripts show it or write it before anybody acts', async ({
  acknowledge,
  page,
  site,
  worker,
}) => {
  site.reply(
    '/turned',
    `<!doctype html><title>Turned</title><input type="password" value="canary-10"><iframe></iframe><script>
      addEventListener('load', () => {
        document.querySelector('input').type = 'text';
        const written = document.querySelector('iframe').contentDocument;
        written.write('<button>Written</button><input type="password" value="canary-11">');
      });
    </script>`,
  );
  await acknowledge();
  const captured = await listenForBatches(worker);
  await page.goto(`${site.origin}/turned`);
  await page.getByRole('textbox').click();
  await page.frameLocator('iframe').getByRole('button').click();
  await page.getByRole('textbox').click();
  await expect.poll(captured.verbs).toHaveLength(3);
  expect(JSON.stringify(await captured.all())).not.toContain('canary');
});

test('what was hidden leaves the page in no channel once it is shown', async ({ acknowledge, page, site, worker }) => {
  site.reply(
    '/uncovered',
    `<!doctype html><title>Uncovered</title><input type="hidden" value="canary-12"><p></p><button>Go</button><script>
      document.querySelector('button').onclick = () => {
        const field = document.querySelector('input');
        field.type = 'text';
        document.querySelector('p').textContent = field.value;
      };
    </script>`,
  );
  await acknowledge();
  const captured = await listenForBatches(worker);
  await page.goto(`${site.origin}/uncovered`);
  await page.getByRole('button').click();
  await page.getByRole('textbox').click();
  await page.getByRole('button').click();
  await expect.poll(captured.verbs).toHaveLength(3);
  const sent = JSON.stringify(await captured.all());
  expect(sent).toContain('⟦SECRET⟧');
  expect(sent).not.toContain('canary');
});

test('a password of forty characters tells no more than one of four', async ({ acknowledge, page, site, worker }) => {
  site.reply('/length', '<!doctype html><title>Length</title><input type="password"><button>Go</button>');
  await acknowledge();
  const captured = await listenForBatches(worker);
  const counts: string[] = [];
  for (const password of ['Zx9-', 'Zx9-canary-phrase-Zx9-canary-phrase-Zx9-']) {
    await page.goto(`${site.origin}/length`);
    await captured.take();
    await page.locator('input').click();
    await page.keyboard.type(password);
    await page.getByRole('button').click();
    const heard: DeliveredBatch[] = [];
    const hear = async () => {
      heard.push(...(JSON.parse(await captured.take()) as DeliveredBatch[]));
      return heard.flatMap(({ batch }) => batch.actions).map(({ action }) => action.type);
    };
    await expect.poll(hear).toEqual(['click', 'fill', 'click']);
    const inputs = heard.flatMap(({ batch }) => batch.events).filter(({ data }) => isInput(data));
    counts.push(`${inputs.length} inputs, ${heard.flatMap(({ batch }) => batch.typed).length} typed`);
  }
  expect(counts[1]).toBe(counts[0]);
});

const isInput = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'source' in data && data.source === 5;
