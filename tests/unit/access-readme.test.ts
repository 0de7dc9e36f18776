import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderAccess } from '../support/render-access.ts';

it('the README shows who may see what as the code has it', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(renderAccess());
});
