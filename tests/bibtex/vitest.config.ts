import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['tests/bibtex/*.real.ts'], reporters: ['default'] } });
