import type { Observation } from '../../lib/episode.ts';

/** The live screenshot of an observation, with its age. Empty where there is none. */
export function screenshot({ screenshot: seen }: Observation, pictures: readonly (string | null)[]): string {
  if (!seen) return '';
  const when = seen.ageMs < 0 ? 'after' : 'before';
  const title = `Live screenshot, ${Math.abs(seen.ageMs).toLocaleString('en')} ms ${when} this moment`;
  const picture = pictures[seen.screenshot];
  if (!picture) return `<p class="shot">${title}: its file is not beside the episode.</p>`;
  return `<details class="shot"><summary>${title}</summary><img src="${picture}" alt="The page, painted over where something was withheld"></details>`;
}
