/** Ends a test run with a line for each part that took time, and the plain line `N passed, N failed`, which any machine can read. */
import type { Reporter, TestModule } from 'vitest/node';

/** When the first file of a project began, and when the last one so far ended, in milliseconds. */
type Span = { name: string; from: number; to: number; files: number };

export default class PlainLineReporter implements Reporter {
  readonly #spans = new Map<string, Span>();

  onTestModuleStart({ project: { name } }: TestModule): void {
    const now = performance.now();
    if (!this.#spans.has(name)) this.#spans.set(name, { name, from: now, to: now, files: 0 });
  }

  onTestModuleEnd({ project: { name } }: TestModule): void {
    const span = this.#spans.get(name);
    if (!span) return;
    span.to = performance.now();
    span.files += 1;
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    for (const file of modules) {
      for (const test of file.children.allTests()) counts[test.result().state] += 1;
      if (file.errors().length > 0) counts.failed += 1;
    }
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
    const lines = [...this.#spans.values()].map(
      ({ name, from, to, files }) => `${name}: ${((to - from) / 1000).toFixed(0)} s for ${files} files`,
    );
    // Of scripts/test.ts, which builds before it tests.
    const { BUILD_SECONDS } = process.env;
    if (BUILD_SECONDS) lines.unshift(`build: ${BUILD_SECONDS} s`);
    process.stdout.write(
      `\n${lines.map((line) => `${line}\n`).join('')}${counts.passed} passed, ${counts.failed} failed${skipped}\n`,
    );
  }
}
