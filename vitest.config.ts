import { defineConfig } from 'vitest/config';

/** Two projects: lib in Node, and the pages in a real browser against a real server (slow, after the others). */
export default defineConfig({
  test: {
    reporters: ['default', './scripts/plain-line-reporter.ts'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // A busy machine takes its time to show a page; what never comes still fails.
    expect: { poll: { timeout: 15_000 } },
    env: { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' },
    projects: [
      {
        extends: true,
        test: {
          name: 'lib',
          include: ['test/**/*.test.ts'],
          env: { LOG_LEVEL: 'silent' },
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'app',
          include: ['test/app/**/*.spec.ts'],
          // A server and a browser each: more than two at once only wait for one another.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
        },
      },
    ],
  },
});
