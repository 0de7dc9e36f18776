import { describe } from 'vitest';

/**
 * A suite that needs something which may be absent. It is reported as skipped, with what is missing in its name;
 * where the tests are said to be complete (`VAKTIS_TESTS_COMPLETE`, set in CI) it fails instead.
 */
export function describeWith(
  need: { name: string; present: boolean },
  title: string,
  suite: () => void,
): void {
  const complete = process.env.VAKTIS_TESTS_COMPLETE === '1';
  if (need.present || complete) describe(title, suite);
  else describe.skip(`${title} (skipped: ${need.name} is missing)`, suite);
}
