import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/bench/*.bench.ts'],
    globalSetup: ['tests/support/bundle.setup.ts', 'tests/support/unpack.setup.ts'],
    fileParallelism: false,
    // Tens of thousands of files take a while to go.
    hookTimeout: 120_000,
    reporters: ['dot'],
  },
});
