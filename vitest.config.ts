import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/bundle.setup.ts', 'tests/browser/unpack.setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // On two cores Vitest would use one: it leaves the other to a watcher that does not run here.
    maxWorkers: '100%',
    coverage: { include: ['src/**/*.ts'] },
  },
});
