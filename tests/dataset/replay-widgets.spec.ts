import { replayTasks } from '../support/replay-tasks.ts';
import { expect, test } from '../support/replayed.ts';

/** What is not yet done again as it was, and why. */
const OPEN_DEFECTS: Readonly<Record<'open' | 'standard', Readonly<Record<string, string>>>> = {
  open: {
    frames: 'the episode of a srcdoc frame is closed only after its recorder has been waited for',
    tabs: 'a tab that a link opens is not told as tabOpen',
  },
  standard: {
    frames: 'the episode of a srcdoc frame is closed only after its recorder has been waited for',
    tabs: 'a tab that a link opens is not told as tabOpen',
    'dates, colours, ranges': 'not looked into: seen failing once',
    'pages that take their time': 'not looked into: seen failing once',
    'ways through an app': 'going back within half a second of a click is taken for what the click did',
  },
};

for (const level of ['open', 'standard'] as const) {
  test.describe(`recorded at level ${level}`, () => {
    for (const [family, tasks] of Object.entries(replayTasks)) {
      const declare = OPEN_DEFECTS[level][family] === undefined ? test : test.fixme;
      declare(`replays ${family}`, async ({ replayed }) => {
        const { episode, report, recorded, live } = await replayed(tasks[level === 'open' ? 0 : 1], level);
        const steps = episode.steps.map(({ action, target }) => ({ action, selectors: target?.selectors }));
        const told = JSON.stringify({ report, steps }, null, 1);
        expect(live, told).toEqual(recorded);
        expect(
          report.steps.filter(({ outcome }) => outcome === 'failed'),
          told,
        ).toEqual([]);
      });
    }
  });
}
