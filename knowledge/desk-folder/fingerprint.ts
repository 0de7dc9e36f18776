import { createHash } from 'node:crypto';
import type { DeskItem } from './desk-item.ts';

/** The same for equal content, whatever the order of keys; absent and undefined are one, null is its own. */
export function fingerprintOf(item: Pick<DeskItem, 'value'>): string {
  return createHash('sha256').update(canonicalJson(item.value)).digest('base64url').slice(0, 32);
}

/** JSON with keys sorted at every depth. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(
      Object.entries(inner)
        .filter(([, part]) => part !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
    );
  });
}
