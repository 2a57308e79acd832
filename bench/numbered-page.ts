import { type Site, startSite } from '../tests/support/site.ts';

/** A click that really happened, as the page itself told the server. */
export interface TrueClick {
  readonly number: number;
  /** Epoch ms, on the page's clock. */
  readonly at: number;
}

/** A page that knows the truth: its button carries a number, and each click on it is told to the server and counts on. */
export interface NumberedPage {
  readonly origin: string;
  readonly clicks: readonly TrueClick[];
  /** Address of the page with a button that begins at `number`. */
  readonly from: (number: number) => string;
  readonly stop: Site['stop'];
}

/** What numbers are written with: redaction leaves words of user interfaces, unless somebody types them, and no digits. */
const DIGITS = 'save open close edit send copy print list form page file mail week plan team view'.split(' ');
/** Begins every name. */
export const NAME = 'Step';

/** Accessible name of the button before its click. */
export function nameOf(number: number): string {
  const digits = Array.from({ length: 4 }, (_, place) => DIGITS[(number >> (4 * (3 - place))) & 15]);
  return [NAME, ...digits].join(' ');
}

export async function startNumberedPage(): Promise<NumberedPage> {
  const site = await startSite();
  const clicks: TrueClick[] = [];
  site.reply('/', PAGE);
  site.reply('/clicked', (request, response) => {
    const { searchParams } = new URL(request.url ?? '/', site.origin);
    clicks.push({ number: Number(searchParams.get('number')), at: Number(searchParams.get('at')) });
    response.end();
  });
  return { origin: site.origin, clicks, from: (number) => `${site.origin}/?from=${number}`, stop: site.stop };
}

const PAGE = `<!doctype html>
<html lang="en">
  <title>Numbered work</title>
  <button style="position: fixed; left: 40px; top: 40px; width: 200px; height: 60px"></button>
  <input style="position: fixed; left: 40px; top: 140px; width: 200px" aria-label="Remark" />
  <ul style="margin-top: 200px"></ul>
  <script>
    let number = Number(new URLSearchParams(location.search).get('from'));
    const button = document.querySelector('button');
    const [NAME, DIGITS] = ${JSON.stringify([NAME, DIGITS])};
    const show = () => (button.textContent = (${nameOf})(number));
    button.onclick = () => {
      const at = Math.round(performance.timeOrigin + performance.now());
      fetch('/clicked?number=' + number + '&at=' + at, { method: 'POST', keepalive: true });
      document.querySelector('ul').append(Object.assign(document.createElement('li'), { textContent: 'Done' }));
      number += 1;
      show();
    };
    show();
  </script>
</html>`;
