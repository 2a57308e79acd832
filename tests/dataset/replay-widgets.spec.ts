import { replayTasks } from '../support/replay-tasks.ts';
import { expect, test } from '../support/replayed.ts';

for (const level of ['open', 'standard'] as const) {
  test.describe(`recorded at level ${level}`, () => {
    for (const [family, tasks] of Object.entries(replayTasks)) {
      test(`replays ${family}`, async ({ replayed }) => {
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
