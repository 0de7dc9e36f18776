import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two engines and a browser share the machine: more workers only make every one of them slower.
    maxWorkers: 2,
  },
});
