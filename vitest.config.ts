import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/bundle.setup.ts', 'tests/support/unpack.setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // On two cores Vitest would use one: it leaves the other to a watcher that does not run here.
    maxWorkers: '100%',
    coverage: { include: ['src/**/*.ts'] },
  },
});
