import type { QueryConfig } from 'pg';
import { withoutNul } from './to-json.ts';

/** More texts than the stores and the queue have: should somebody put values into texts, they must not pile up. */
const mostNames = 400;
const names = new Map<string, string>();
let mayName = true;

/** A named statement is parsed and planned once for each connection, not at every call. */
export function toStatement(text: string, values: readonly unknown[]): QueryConfig {
  const statement = { text, values: values.map(withoutNul) };
  const name = mayName ? nameOf(text) : null;
  return name === null ? statement : { ...statement, name };
}

function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= mostNames) return null;
  const name = `vaktis_${names.size + 1}`;
  names.set(text, name);
  return name;
}

/** From now on none is named: something between us and the database gives one connection to many. */
export function forgetNames(): void {
  mayName = false;
}
