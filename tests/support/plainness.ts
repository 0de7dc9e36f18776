/**
 * LIX, the Swedish readability index: words per sentence plus the share of words longer than six letters.
 * Under 30 is children's books, under 40 fiction. Source: C. H. Björnsson, Läsbarhet (1968).
 */
export function lix(text: string): number {
  const words = text.match(/[\p{L}\d][\p{L}\d-]*/gu) ?? [];
  const sentences = text.split(/[.!?:\n]+/).filter((sentence) => /\p{L}/u.test(sentence));
  if (words.length === 0) return 0;
  const long = words.filter((word) => word.length > 6);
  return words.length / Math.max(1, sentences.length) + (100 * long.length) / words.length;
}

/** Every sentence of a tree of messages with its path; functions are called with a short name for each value. */
export function sentencesOf(tree: unknown, path = ''): { path: string; text: string }[] {
  if (typeof tree === 'string') return [{ path, text: tree }];
  if (typeof tree === 'function') return [{ path, text: String(tree(...samples(tree.length, path))) }];
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) =>
    sentencesOf(value, path === '' ? key : `${path}.${key}`),
  );
}

const reasonValues = {
  handledBy: 'local',
  conditions: 'av',
  row: '2',
  technician: 'Kim',
  insteadOf: 'Kai',
  site: 'Eken',
  area: 'norr',
  why: 'absent',
};

/** A reason's words take one object of values; every other function takes plain ones. */
function samples(count: number, path: string): unknown[] {
  return Array.from({ length: count }, () => (path.startsWith('reasons.') ? reasonValues : 'Kim'));
}
