import type { FullResult, Reporter, Suite, TestCase, TestError, TestResult } from '@playwright/test/reporter';

/** Prints failures as they happen and, as the very last line, `N passed, N failed`. */
export default class CountReporter implements Reporter {
  private suite: Suite | undefined;
  private errors = 0;
  private done = 0;
  private lastSign = Date.now();

  onBegin(_config: unknown, suite: Suite): void {
    this.suite = suite;
    console.log(`${suite.allTests().length} tests`);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    this.done += 1;
    const name = test.titlePath().filter(Boolean).slice(1).join(' › ');
    if (!test.ok()) {
      console.log(`\n✘ ${name}`);
      for (const error of result.errors)
        console.log(`${error.stack ?? error.message ?? error.value ?? ''}\n${error.snippet ?? ''}`);
    } else if (result.duration > SLOW) {
      console.log(`✓ ${name} (${(result.duration / 1000).toFixed(1)} s)`);
    } else if (Date.now() - this.lastSign > SIGN_OF_LIFE) {
      console.log(`… ${this.done} done`);
    } else {
      return;
    }
    this.lastSign = Date.now();
  }

  onStdOut(text: string | Buffer): void {
    process.stdout.write(text);
  }

  onStdErr(text: string | Buffer): void {
    process.stderr.write(text);
  }

  /** Errors outside of any test: a file that does not load, for instance. */
  onError(error: TestError): void {
    this.errors += 1;
    console.log(`\n✘ ${error.stack ?? error.message ?? error.value ?? ''}\n${error.snippet ?? ''}`);
  }

  onEnd(_result: FullResult): void {
    const tests = this.suite?.allTests() ?? [];
    const count = (outcome: ReturnType<TestCase['outcome']>): number =>
      tests.filter((test) => test.outcome() === outcome).length;
    // A test that never ran because its worker or its run ended early has the outcome “skipped” but did not ask for it.
    const cut = tests.filter((test) => test.outcome() === 'skipped' && test.expectedStatus !== 'skipped').length;
    const skipped = count('skipped') - cut;
    const failed = count('unexpected') + count('flaky') + cut + this.errors;
    if (skipped > 0) console.log(`\n${skipped} skipped, with their reasons in the tests`);
    console.log(`\n${count('expected')} passed, ${failed} failed`);
  }

  printsToStdio(): boolean {
    return true;
  }
}

/** Tests that take longer than this, in ms, are named. */
const SLOW = 5000;
/** Longest silence, in ms. */
const SIGN_OF_LIFE = 5000;
