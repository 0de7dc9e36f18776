/** How well one question was answered, each 0–1. */
export type Judged = {
  /** Normalised discounted cumulative gain of the first ten (Järvelin & Kekäläinen 2002, linear gain). */
  readonly ndcg10: number;
  /** 1 / the place of the first right text among the first ten; else 0. */
  readonly mrr10: number;
  /** The share of the right texts that are first, or among the first five; of as many as there is room for. */
  readonly r1: number;
  readonly r5: number;
};

const depth = 10;

/** `found`: document ids, best first; `right`: document id → relevance above 0. */
export function judgeRanking(found: readonly string[], right: ReadonlyMap<string, number>): Judged {
  const grades = [...right.values()].sort((a, b) => b - a);
  const first = found.slice(0, depth).findIndex((id) => right.has(id));
  const gains = found.map((id) => right.get(id) ?? 0);
  return {
    ndcg10: discounted(gains) / Math.max(discounted(grades), Number.MIN_VALUE),
    mrr10: first < 0 ? 0 : 1 / (first + 1),
    r1: recall(found, right, 1),
    r5: recall(found, right, 5),
  };
}

/** The mean over the questions, to three decimals. */
export function meanOf(judged: readonly Judged[]): Judged {
  const mean = (key: keyof Judged) =>
    round(judged.reduce((sum, each) => sum + each[key], 0) / Math.max(judged.length, 1));
  return { mrr10: mean('mrr10'), ndcg10: mean('ndcg10'), r1: mean('r1'), r5: mean('r5') };
}

function discounted(gains: readonly number[]): number {
  return gains.slice(0, depth).reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0);
}

function recall(found: readonly string[], right: ReadonlyMap<string, number>, places: number): number {
  const met = found.slice(0, places).filter((id) => right.has(id)).length;
  return met / Math.max(1, Math.min(right.size, places));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
