/** What came of one answer that a model was to word. */
export type WordedAnswer = {
  readonly id: string;
  /** False: the note itself was shown. */
  readonly worded: boolean;
  readonly kept: number;
  readonly dropped: readonly string[];
  /** Whether it was in the person's language; null when nothing was worded. */
  readonly inTheirLanguage: boolean | null;
  /** Something was shown that the label forbids. */
  readonly leaked: boolean;
  /** Milliseconds until the first sentence that stood the check, and until the end. */
  readonly first: number | null;
  readonly took: number;
};

export type ModelMeasures = {
  readonly asked: number;
  readonly worded: number;
  readonly sentences: { readonly kept: number; readonly dropped: Readonly<Record<string, number>> };
  /** Of the worded ones. */
  readonly inTheirLanguage: number;
  readonly leaks: number;
  /** Milliseconds. */
  readonly firstSentence: Percentiles;
  readonly whole: Percentiles;
};

export type Percentiles = { readonly p50: number | null; readonly p95: number | null };

export function measureAnswers(answers: readonly WordedAnswer[]): ModelMeasures {
  const dropped = answers.flatMap((answer) => answer.dropped);
  return {
    asked: answers.length,
    worded: answers.filter(({ worded }) => worded).length,
    sentences: { kept: answers.reduce((sum, { kept }) => sum + kept, 0), dropped: countEach(dropped) },
    inTheirLanguage: answers.filter(({ inTheirLanguage }) => inTheirLanguage === true).length,
    leaks: answers.filter(({ leaked }) => leaked).length,
    firstSentence: percentilesOf(answers.flatMap(({ first }) => first ?? [])),
    whole: percentilesOf(answers.map(({ took }) => took)),
  };
}

export function percentilesOf(values: readonly number[]): Percentiles {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => {
    const value = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    return value === undefined ? null : Math.round(value);
  };
  return { p50: at(0.5), p95: at(0.95) };
}

export function countEach(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
