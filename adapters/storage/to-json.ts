/** Postgres cannot hold the character NUL, neither in text nor in jsonb; it carries nothing that a person said. */
const nul = '\u0000';

/** The value as jsonb takes it: dates as ISO 8601, no NUL, no half surrogate pairs. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.replaceAll(nul, '').toWellFormed() : part,
  );
}

/** A query parameter without NUL; anything but text is left alone. */
export function withoutNul(value: unknown): unknown {
  if (typeof value === 'string') return value.includes(nul) ? value.replaceAll(nul, '') : value;
  return Array.isArray(value) ? value.map(withoutNul) : value;
}
