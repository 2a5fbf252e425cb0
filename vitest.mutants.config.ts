import { defineConfig } from 'vitest/config';

/** The tests that hold one room, for `npm run mutants`: which ones, scripts/mutants/rooms.ts says. No browser, no server. */
export default defineConfig({
  test: {
    include: (process.env.MUTANTS_TESTS ?? 'test/read/**/*.test.ts').split(','),
    setupFiles: ['test/seed.ts'],
    testTimeout: 60_000,
    env: { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LOG_LEVEL: 'silent' },
  },
});
