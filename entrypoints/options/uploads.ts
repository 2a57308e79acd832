import { html, nothing } from 'lit-html';
import type { Text } from '../../lib/text.ts';
import type { Overview } from './view.ts';

/** Uploads in plain view; older ones unfold. */
const SHOWN = 5;

/** What was sent last, newest first. */
export function uploadsView(uploads: Overview['uploads'], now: number, text: Text) {
  const older = uploads.slice(SHOWN);
  return html`
    <section aria-labelledby="uploads">
      <h2 id="uploads">${text.say('uploads_title')}</h2>
      ${uploads.length > 0 ? tableView(uploads.slice(0, SHOWN), now, text) : html`<p>${text.say('uploads_none')}</p>`}
      ${
        older.length > 0
          ? html`
              <details>
                <summary>${text.say('uploads_older', text.number(older.length))}</summary>
                ${tableView(older, now, text)}
              </details>
            `
          : nothing
      }
    </section>
  `;
}

function tableView(uploads: Overview['uploads'], now: number, text: Text) {
  return html`
    <table>
      <thead>
        <tr>
          <th scope="col">${text.say('uploads_when')}</th>
          <th scope="col">${text.say('uploads_size')}</th>
          <th scope="col">${text.say('uploads_episode')}</th>
        </tr>
      </thead>
      <tbody>
        ${uploads.map(
          ({ at, bytes, episode }) => html`
            <tr>
              <td>${text.moment(at, now)}</td>
              <td>${text.bytes(bytes)}</td>
              <td><code title=${episode}>${episode.slice(0, 8)}</code></td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
}
