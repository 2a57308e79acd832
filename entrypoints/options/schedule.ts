import { html } from 'lit-html';
import type { Schedule } from '../../lib/schedule.ts';
import type { Text } from '../../lib/text.ts';

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Days in a row from which on a range (“Monday to Friday”) reads better than a list. */
const SHORTEST_RANGE = 3;

/** The hours in which recording may happen. */
export function scheduleView(schedule: Schedule, text: Text) {
  return html`
    <section aria-labelledby="schedule">
      <h2 id="schedule">${text.say('schedule_title')}</h2>
      <p>${hours(schedule, text)}</p>
    </section>
  `;
}

function hours({ days, from, to }: Schedule, text: Text): string {
  if (days.length === 0) return text.say('schedule_never');
  if (from === '00:00' && to === '24:00') return text.say('schedule_all_day', dayNames(days, text));
  return text.say('schedule_window', dayNames(days, text), text.clockTime(from), text.clockTime(to));
}

/** Names of days of the week, those in a row as a range. */
export function dayNames(days: Schedule['days'], text: Text): string {
  const runs: number[][] = [];
  for (const [index, day] of WEEK.entries()) {
    if (!days.includes(day)) continue;
    const run = runs.at(-1);
    if (run?.at(-1) === index - 1) run.push(index);
    else runs.push([index]);
  }
  const names = runs.flatMap((run) => {
    const all = run.map((index) => text.weekday(index));
    return all.length >= SHORTEST_RANGE ? [text.say('schedule_days_range', all[0] ?? '', all.at(-1) ?? '')] : all;
  });
  return text.list(names);
}
