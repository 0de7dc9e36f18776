import type { Found } from './places.ts';

/** What somebody wrote or sent about one case. Each text has a word of its own that stands nowhere else. */
export type Expected = {
  readonly reference: string;
  readonly caseWord: string;
  readonly words: readonly string[];
  readonly files: readonly string[];
};

export type Verdict = {
  readonly expected: number;
  readonly missing: readonly string[];
  /** Twice there, and nothing says so. */
  readonly duplicates: readonly string[];
  /** There again, and said to be a possible repeat: only where nobody can be asked. */
  readonly marked: number;
  /** What nobody here wrote, or that stands in the wrong case. */
  readonly strange: readonly string[];
};

/** Compares what was said here with what stands in their own records. Knows nothing of how it got there. */
export function judge(
  expected: readonly Expected[],
  found: readonly Found[],
  { canBeAsked }: { readonly canBeAsked: boolean },
): Verdict {
  const missing: string[] = [];
  const duplicates: string[] = [];
  let marked = 0;
  let count = 0;
  const look = (what: string, hits: readonly Found[]) => {
    count += 1;
    if (hits.length === 0) missing.push(what);
    const plain = hits.filter((hit) => !hit.marked).length;
    const allowed = canBeAsked ? 0 : hits.length - Math.max(1, plain);
    marked += allowed;
    if (hits.length - allowed > 1) duplicates.push(what);
  };
  for (const { reference, caseWord, words, files } of expected) {
    const theirs = found.filter((one) => one.reference === reference);
    const holds = (kinds: readonly Found['kind'][], word: string) =>
      theirs.filter((one) => kinds.includes(one.kind) && one.text.includes(word));
    look(`${reference} ${caseWord}`, holds(['case'], caseWord));
    // What was said before it was handed over is a part of the case.
    for (const word of words) look(`${reference} ${word}`, holds(['case', 'words'], word));
    for (const file of files) look(`${reference} ${file}`, holds(['file'], file));
  }
  return { expected: count, missing, duplicates, marked, strange: findStrange(expected, found) };
}

function findStrange(expected: readonly Expected[], found: readonly Found[]): string[] {
  const known = new Map(
    expected.map(({ reference, caseWord, words, files }) => [reference, [caseWord, ...words, ...files]]),
  );
  return found
    .filter(({ reference, text }) => !(known.get(reference) ?? []).some((word) => text.includes(word)))
    .map(({ kind, reference, text }) => `${kind} ${reference || 'without our number'}: ${text.slice(0, 60)}`);
}
