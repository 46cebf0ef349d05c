import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/bench/*.bench.ts'],
    globalSetup: ['tests/bundle.setup.ts'],
    fileParallelism: false,
    reporters: ['dot'],
  },
});
