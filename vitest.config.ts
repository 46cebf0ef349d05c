import { configDefaults, defineConfig } from 'vitest/config';

const BROWSER = 'tests/browser/**/*.test.ts';

export default defineConfig({
  test: {
    globalSetup: ['tests/support/bundle.setup.ts', 'tests/support/unpack.setup.ts'],
    // On two cores Vitest would use one: it leaves the other to a watcher that does not run here.
    maxWorkers: '100%',
    coverage: { include: ['src/**/*.ts'] },
    projects: [
      {
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, BROWSER],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // The files of a worker share their modules, and all of them one browser: to start these takes longer than many a test.
      {
        test: {
          name: 'browser',
          include: [BROWSER],
          globalSetup: ['tests/support/browser.setup.ts'],
          isolate: false,
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
