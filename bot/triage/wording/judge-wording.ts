import { type Category, categories } from '#bot/desk/category.ts';
import { evenShare, toChances } from './to-chances.ts';
import { wordingFeatures } from './wording-features.ts';
import weights from './wording-weights.json' with { type: 'json' };

/** What a message's wording alone makes likely, as many labelled messages taught it (tests/evals/talk). */
export type Wording = {
  /** 0–1 each; together 1. */
  readonly category: ReadonlyMap<Category, number>;
  /** 0–1: that written advice could solve it, rather than somebody who comes or does something. */
  readonly solvable: number;
};

/** @param line folded (toLine) */
export function judgeWording(line: string): Wording {
  const known = remembered.get(line);
  if (known !== undefined) return known;
  const judged = judge(line);
  if (remembered.size >= rememberedLines) remembered.clear();
  remembered.set(line, judged);
  return judged;
}

/** A message is judged as seen from each of the person's sites. */
const remembered = new Map<string, Wording>();
const rememberedLines = 20;

type Weight = { readonly place: number; readonly weight: number };

/** Each term's weights, `place:weight` for each answer that it speaks for or against. */
const terms = new Map(Object.entries(weights.terms).map(([term, told]) => [term, weightsOf(told)]));

function weightsOf(told: string): Weight[] {
  return told.split(' ').map((one) => {
    const [place = 0, weight = 0] = one.split(':').map(Number);
    return { place, weight };
  });
}

/** Softmax regression: a term's weights are added up for each answer, evened out by how many terms there are. */
function judge(line: string): Wording {
  const sums = [...weights.bases];
  const found = wordingFeatures(line).flatMap((feature) => {
    const own = terms.get(feature);
    return own === undefined ? [] : [own];
  });
  const share = evenShare(found.length) / weights.scale;
  for (const { place, weight } of found.flat()) sums[place] = (sums[place] ?? 0) + weight * share;
  const kinds = toChances(sums.slice(0, categories.length));
  const [, solvable = 0] = toChances(sums.slice(categories.length));
  return {
    category: new Map(categories.map((category, place) => [category, kinds[place] ?? 0])),
    solvable,
  };
}
