import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests',
  fullyParallel: true,
  workers: 3, // On two processors: most tests wait for a browser, a policy or an alarm.
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['./tests/support/count-reporter.ts']],
  projects: [
    { name: 'lib', testMatch: ['lib/**/*.spec.ts', 'architecture.spec.ts'] },
    { name: 'rooms', testIgnore: ['lib/**', 'e2e/**', 'architecture.spec.ts'] },
    { name: 'e2e', testMatch: 'e2e/**/*.spec.ts' },
  ],
});
