import { expect, test } from '@playwright/test';
import { compareDeeds } from '../../bench/replay-deeds.ts';
import { openTaskRecorder, type TaskRecorder } from '../../bench/replay-recorder.ts';
import { openStage, type Stage } from '../../bench/replay-run.ts';
import { allTasks } from '../../bench/tasks/all-tasks.ts';

/** One of each kind: all of them are measured by `npm run bench -- replay`. */
const NAMES = [
  'text-fields',
  'code-that-indents-itself',
  'radio-and-checkbox-by-label',
  'chat-that-clears-on-enter',
  'menu-opened-by-css-hover',
  'slider-by-drag',
  'kanban-by-drag-and-drop',
  'tree',
  'progress-before-the-next-click',
  'picture-that-turns-by-itself',
  'action-in-one-of-equal-rows',
  'alert-and-confirm',
  'same-origin-frame',
  'dnd-kit-sort',
];

const tasks = NAMES.map((name) => {
  const task = allTasks.find((each) => each.name === name);
  if (!task) throw new Error(`There is no task ${name}.`);
  return task;
});

test.describe.configure({ mode: 'default' });

let recorder: TaskRecorder;
let stage: Stage;

test.beforeAll(async () => {
  recorder = await openTaskRecorder(tasks);
  stage = await openStage();
});

test.afterAll(async () => {
  await stage?.close();
  await recorder?.close();
});

for (const task of tasks) {
  test(`${task.name.replaceAll('-', ' ')}: done again from the episode alone`, async () => {
    const { episodes, deeds, state } = await recorder.record(task, 'standard');
    expect(state).toEqual(task.expected);
    const { missed, invented, values } = compareDeeds(deeds, episodes);
    expect(missed.map(({ words }) => words)).toEqual([]);
    expect(invented.map(({ action }) => action.type)).toEqual([]);
    const attempt = await stage.replay(task, episodes, { site: recorder.sites.standard, values });
    expect(attempt.error).toBeUndefined();
    expect(attempt.state).toEqual(task.expected);
  });
}
