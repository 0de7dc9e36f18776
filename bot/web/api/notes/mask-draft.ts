import { findPasswords, findPersonalIdentityNumbers } from '#bot/desk/secrets.ts';

/**
 * What is typed is kept before anybody has checked it, so what could never be saved is hidden in what is kept: personal
 * identity numbers, and what surely is a password. Nothing else is touched: it is somebody's unfinished text.
 */
export function maskDraft<T>(value: T): T;
export function maskDraft(value: unknown): unknown {
  if (typeof value === 'string') return hide(value);
  if (Array.isArray(value)) return value.map((one) => maskDraft<unknown>(one));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, maskDraft<unknown>(inner)]));
}

function hide(text: string): string {
  const spans = [
    ...findPasswords(text).filter(({ certainty }) => certainty === 'certain'),
    ...findPersonalIdentityNumbers(text),
  ];
  return spans
    .sort((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => `${left.slice(0, start)}•••${left.slice(end)}`, text);
}
