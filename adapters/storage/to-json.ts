/** Postgres cannot hold the character NUL, neither in text nor in jsonb; it carries nothing that a person said. */
const nul = '\u0000';

/** What JSON writes for NUL and for half a surrogate pair; also, rarely, for a backslash and such letters. */
const suspicious = /\\u(?:0000|d[89a-f])/;

/** The value as jsonb takes it: dates as ISO 8601, no NUL, no half surrogate pairs. */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value);
  // Looking at every string costs several times the writing, and next to none needs it.
  return suspicious.test(text) ? cleaned(value) : text;
}

function cleaned(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.replaceAll(nul, '').toWellFormed() : part,
  );
}

/** A query parameter without NUL; anything but text is left alone. */
export function withoutNul(value: unknown): unknown {
  if (typeof value === 'string') return value.includes(nul) ? value.replaceAll(nul, '') : value;
  return Array.isArray(value) ? value.map(withoutNul) : value;
}
