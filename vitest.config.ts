import { defineConfig } from 'vitest/config';
import { patient } from './tests/support/patient.ts';

/** One kind of tests: browsers and their processes want a worker of their own; the rest can share what is loaded. */
const kind = (name: string, include: string[], isolate: boolean) => ({
  extends: true as const,
  test: { name, include, isolate },
});

export default defineConfig({
  test: {
    // These only end what hangs: how quick a thing is, no test asks of a clock that runs on while others have the machine.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: patient.timeout, interval: patient.interval } },
    // Two engines and a browser share the machine; a third worker fills the time in which the others wait for a page.
    maxWorkers: 3,
    projects: [
      kind('browser', ['tests/browser/**/*.test.ts'], true),
      // Loading the sources anew for every file took longer than the tests themselves.
      kind('unit', ['tests/*.test.ts', 'tests/unit/**/*.test.ts'], false),
      kind(
        'contract',
        ['tests/contract/**/*.test.ts', 'tests/replay/**/*.test.ts', 'tests/security/**/*.test.ts'],
        false,
      ),
    ],
  },
});
