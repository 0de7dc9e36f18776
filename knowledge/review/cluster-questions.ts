import { nearestWords } from '../search/analyse/nearest-words.ts';
import { tellingTerms } from '../search/learn/telling-words.ts';

export type QuestionCluster = {
  /** The wording that is most like the others; of two the shorter. */
  readonly wording: string;
  /** Places of its wordings in the list that was given, rising. */
  readonly indexes: readonly number[];
};

/** Mean likeness with a cluster's wordings from which on a wording belongs to it. */
const alikeFrom = 0.5;
/** A cluster is known by so many of its wordings. */
const mostCompared = 12;

/**
 * Groups wordings that ask about the same, by what the search reads in them: stems, the field's synonyms, slips
 * mended by the other wordings. Every index is in exactly one cluster; the largest first, then in the order given.
 * Wordings that say nothing (`hej, funkar inte`) are one cluster, the last. A thousand take well under a second.
 */
export function clusterQuestions(texts: readonly string[]): QuestionCluster[] {
  const read = mendSlips(texts.map((text) => tellingTerms(text)));
  const likeness = createLikeness(read);
  const clusters: number[][] = [];
  const byWord = new Map<string, Set<number[]>>();
  for (const [index, words] of read.entries()) {
    if (words.size === 0) continue;
    const near = new Set([...words].flatMap((word) => [...(byWord.get(word) ?? [])]));
    const cluster = nearestCluster(index, near, likeness) ?? [];
    if (cluster.length === 0) clusters.push(cluster);
    cluster.push(index);
    for (const word of words) byWord.set(word, (byWord.get(word) ?? new Set()).add(cluster));
  }
  const silent = [...read.keys()].filter((index) => read[index]?.size === 0);
  const ordered = clusters.sort((a, b) => b.length - a.length);
  return [...ordered, ...(silent.length === 0 ? [] : [silent])].map((indexes) => ({
    wording: mostTypical(indexes, texts, likeness),
    indexes,
  }));
}

type Likeness = (one: number, other: number) => number;

/** A word that one wording alone has is taken for what it nearly is of those that several have. */
function mendSlips(read: readonly ReadonlyMap<string, string>[]): Set<string>[] {
  const counts = countOf(read.map((terms) => terms.values()));
  const termOf = new Map(read.flatMap((terms) => [...terms]));
  const usual = [...termOf].filter(([, term]) => (counts.get(term) ?? 0) > 1).map(([word]) => word);
  const mend = (word: string, term: string) => {
    const isAlone = counts.get(term) === 1 && !term.startsWith('#');
    const [near] = isAlone ? nearestWords(word, usual) : [];
    return near === undefined ? term : (termOf.get(near) ?? term);
  };
  return read.map((terms) => new Set(terms.entries().map(([word, term]) => mend(word, term))));
}

function countOf(read: readonly Iterable<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const terms of read) {
    for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

/** 0–1: the shared share of what two wordings say, a word weighing the more the fewer wordings have it. */
function createLikeness(read: readonly ReadonlySet<string>[]): Likeness {
  const counts = countOf(read);
  const weight = (word: string) => 1 + Math.log(read.length / (counts.get(word) ?? 1));
  const weigh = (words: Iterable<string>) => [...words].reduce((sum, word) => sum + weight(word), 0);
  const none: ReadonlySet<string> = new Set();
  return (one, other) => {
    const [a, b] = [read[one] ?? none, read[other] ?? none];
    return (2 * weigh(a.intersection(b))) / Math.max(weigh(a) + weigh(b), Number.MIN_VALUE);
  };
}

function nearestCluster(index: number, near: Iterable<number[]>, likeness: Likeness): number[] | null {
  let best: number[] | null = null;
  let most = alikeFrom;
  for (const cluster of near) {
    const alike = meanLikeness(index, cluster, likeness);
    if (alike < most || (alike === most && best !== null)) continue;
    best = cluster;
    most = alike;
  }
  return best;
}

function meanLikeness(index: number, cluster: readonly number[], likeness: Likeness): number {
  const compared = cluster.slice(0, mostCompared);
  return compared.reduce((sum, other) => sum + likeness(index, other), 0) / Math.max(compared.length, 1);
}

function mostTypical(indexes: readonly number[], texts: readonly string[], likeness: Likeness): string {
  const ranked = indexes.slice(0, mostCompared).map((index) => ({
    text: texts[index] ?? '',
    alike: meanLikeness(index, indexes, likeness),
  }));
  return ranked.sort((a, b) => b.alike - a.alike || a.text.length - b.text.length)[0]?.text ?? '';
}
