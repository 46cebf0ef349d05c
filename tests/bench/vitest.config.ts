import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/bench/*.bench.ts'],
    globalSetup: ['tests/bundle.setup.ts', 'tests/browser/unpack.setup.ts'],
    fileParallelism: false,
    // Tens of thousands of files take a while to go.
    hookTimeout: 120_000,
    reporters: ['dot'],
  },
});
