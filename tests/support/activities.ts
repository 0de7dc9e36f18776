import { readFileSync } from 'node:fs';
import { z } from 'zod';

export type ActivityJson = Record<string, unknown>;

export const tenantId = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
export const annaObjectId = 'b6b1d2c4-7f53-4a0e-9d1e-2c3f4a5b6c7d';
export const botAppId = '3f9d0c1e-5a7b-4c2d-8e6f-0a1b2c3d4e5f';

const folder = new URL('../fixtures/activities/', import.meta.url);
const ActivityJson = z.record(z.string(), z.unknown());

/**
 * An activity as Teams posts it, from tests/fixtures/activities/<name>.json (its `_shape` names the
 * documentation). `overrides` replace whole fields; undefined takes a field away.
 */
export function buildActivity(name: string, overrides: ActivityJson = {}): ActivityJson {
  const { _shape, ...activity } = ActivityJson.parse(
    JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')),
  );
  return { ...activity, ...overrides };
}
