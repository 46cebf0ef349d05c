import { configDefaults, defineConfig } from 'vitest/config';

const BROWSER = 'tests/browser/**/*.test.ts';
/** Parts of the source, called as functions: files that leave nothing behind in the worker they share. */
const PARTS = 'tests/{unit,markdown,problems,svg}/**/*.test.ts';
/** They put other modules in the place of ours. */
const MOCKING = ['tests/unit/pipeline/prepare.test.ts', 'tests/unit/content/formula-memo.test.ts'];

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
          include: ['tests/*.test.ts', 'tests/sites/*.test.ts', ...MOCKING],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // The files of a worker share their modules: to load all of them takes longer than most of these tests.
      {
        test: {
          name: 'parts',
          include: [PARTS],
          exclude: [...configDefaults.exclude, ...MOCKING],
          isolate: false,
          restoreMocks: true,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // So do these, and all of them one browser: to start it takes longer than many a test.
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
