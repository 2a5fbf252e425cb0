import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Where no run before says how long a file takes, the longest would come last: those over every page are few lines. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): number => Number(moduleId.includes('/every-page/'));
    const isFirst = ({ moduleId }: TestSpecification): number => Number(moduleId.endsWith('/times.spec.ts'));
    return (await super.sort(files)).toSorted((a, b) => isFirst(b) - isFirst(a) || isLong(b) - isLong(a));
  }
}

/** Two projects: lib in Node, and after it the pages in a real browser against a real server. */
export default defineConfig({
  test: {
    reporters: ['default', './test/plain-line-reporter.ts'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // By default one processor stays idle, of two.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    // A busy machine takes its time to show a page; what never comes still fails.
    expect: { poll: { timeout: 15_000 } },
    env: { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' },
    projects: [
      {
        extends: true,
        test: {
          name: 'lib',
          include: ['test/**/*.test.ts'],
          setupFiles: ['test/seed.ts'],
          // Files share their workers: starting one for each file cost a third of the whole.
          isolate: false,
          env: { LOG_LEVEL: 'silent' },
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'app',
          include: ['test/app/**/*.spec.ts'],
          globalSetup: 'test/site/one-site.ts',
          // One server and one browser for all files, and in each worker one connection to it.
          isolate: false,
          // The whole is for times too: nothing runs beside them.
          maxWorkers: process.env.EXTENT === 'whole' ? 1 : 2,
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
        },
      },
    ],
  },
});
