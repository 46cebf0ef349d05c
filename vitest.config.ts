import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/bundle.setup.ts'],
    testTimeout: 60_000,
    coverage: { include: ['src/**/*.ts'] },
  },
});
