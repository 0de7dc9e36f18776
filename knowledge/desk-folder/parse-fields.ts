import type { z } from 'zod';
import { type Fault, faultAt, type LineOf } from './fault.ts';
import { fieldFaults } from './messages.ts';
import { suggest } from './suggest.ts';

type Place = { readonly file: string; readonly lineOf: LineOf };
export type ParsedFields<T> = { readonly value: T | null; readonly faults: readonly Fault[] };

/** Checks what was read against the schema; each of zod's issues becomes a fault with its line. */
export function parseFields<T>(schema: z.ZodType<T>, raw: unknown, place: Place): ParsedFields<T> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { value: parsed.data, faults: [] };
  return { value: null, faults: parsed.error.issues.flatMap((issue) => describe(issue, raw, place)) };
}

function describe(issue: z.core.$ZodIssue, raw: unknown, place: Place): Fault[] {
  const got = valueAt(raw, issue.path);
  const field = fieldName(issue.path);
  if (got === undefined) return [faultAt(place, issue.path, fieldFaults.missing(field))];
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    const text = fieldFaults.notOneOf(field, quote(got), allowed, suggest(String(got), allowed));
    return [faultAt(place, issue.path, text)];
  }
  if (issue.code === 'invalid_union') return describeUnion(issue, raw, place);
  if (issue.code === 'invalid_key') {
    return issue.issues.map((inner) => {
      const allowed = inner.code === 'invalid_value' ? inner.values.map(String) : [];
      const key = String(issue.path.at(-1));
      const text = fieldFaults.notOneOf(
        fieldName(issue.path.slice(0, -1)),
        key,
        allowed,
        suggest(key, allowed),
      );
      return faultAt(place, issue.path, text);
    });
  }
  return [faultAt(place, issue.path, fieldFaults.wrong(field, quote(got), wanted(issue)))];
}

/** Of the alternatives, the one that got deepest (a list with one bad item) tells most. */
function describeUnion(issue: z.core.$ZodIssueInvalidUnion, raw: unknown, place: Place): Fault[] {
  const got = valueAt(raw, issue.path);
  const fits = issue.errors.find((issues) =>
    issues.every((inner) => Array.isArray(got) === inner.path.length > 0 || inner.code !== 'invalid_type'),
  );
  if (fits === undefined || fits.length === 0) {
    return [faultAt(place, issue.path, fieldFaults.wrong(fieldName(issue.path), quote(got), wanted(issue)))];
  }
  return fits.flatMap((inner) => describe({ ...inner, path: [...issue.path, ...inner.path] }, raw, place));
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
};

/** Our own error texts already say what is wanted; zod's begin with "Invalid" or "Too". */
function wanted(issue: z.core.$ZodIssue): string {
  if (!/^(Invalid|Too) /.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_type') return typeNames[issue.expected] ?? issue.expected;
  return 'a valid value';
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const key of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** `responsibility[2].category`, counted from 1 as people do. */
function fieldName(path: readonly PropertyKey[]): string {
  const name = path.map((key) => (typeof key === 'number' ? `[${key + 1}]` : `.${String(key)}`)).join('');
  return name.replace(/^\./, '') || 'the value';
}

function quote(value: unknown): string {
  if (value === '') return 'empty';
  const text = typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** Warnings for keys that the schema does not know, with the key that was likely meant. */
export function unknownKeys(
  value: unknown,
  known: readonly string[],
  place: Place,
  at: PropertyKey[] = [],
): Fault[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [];
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => faultAt(place, [...at, key], fieldFaults.unknownKey(key, suggest(key, known))));
}

/** Keys without a value count as absent, at every depth. */
export function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlanks);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== undefined && inner !== '')
      .map(([key, inner]) => [key, withoutBlanks(inner)]),
  );
}
