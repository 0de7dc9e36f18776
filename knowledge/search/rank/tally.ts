/** Adds up what documents score while a question's words are looked up one after the other. */
export type Tally = {
  /** The next word. */
  begin(): void;
  /** Of a word's ways the best counts; what is added for the same way adds up. */
  add(document: number, score: number, way: number): void;
  /** A score that at least so many documents have; 0 when there are not so many. Somewhat too low, never too high. */
  least(documents: number): number;
  /** The best documents of those that are allowed, best first. Ends the tally. */
  best(most: number, isAllowed: (document: number) => boolean): number[];
};

const steps = 512;

type Sheet = {
  readonly scores: Float32Array;
  /** What the word at hand is worth in the document so far, and the way that was counted last. */
  readonly own: Float32Array;
  readonly ofWay: Float32Array;
  /** In which word and way the two above were written. */
  readonly word: Uint32Array;
  readonly way: Uint32Array;
  readonly touched: Uint32Array;
};

/** Sheets are used again: a hundred thousand zeros for each question would take longer than the question. */
const sheets = new Map<number, Sheet>();
const mostSheets = 8;

/** A tally for that many documents; only one at a time for each number of documents. */
export function takeTally(documents: number): Tally {
  const sheet = sheets.get(documents) ?? createSheet(documents);
  sheets.delete(documents);
  sheets.set(documents, sheet);
  if (sheets.size > mostSheets) sheets.delete(sheets.keys().next().value ?? documents);
  return tallyOn(sheet);
}

function createSheet(documents: number): Sheet {
  const floats = () => new Float32Array(documents);
  const whole = () => new Uint32Array(documents);
  return { scores: floats(), own: floats(), ofWay: floats(), word: whole(), way: whole(), touched: whole() };
}

function tallyOn({ scores, own, ofWay, word, way, touched }: Sheet): Tally {
  let met = 0;
  let current = 0;
  return {
    begin: () => {
      current += 1;
    },
    add(document, score, of) {
      if (word[document] !== current) {
        if (word[document] === 0) {
          touched[met] = document;
          met += 1;
        }
        word[document] = current;
        own[document] = 0;
        way[document] = of + 1;
        ofWay[document] = 0;
      } else if (way[document] !== of + 1) {
        way[document] = of + 1;
        ofWay[document] = 0;
      }
      const sum = (ofWay[document] ?? 0) + score;
      ofWay[document] = sum;
      const before = own[document] ?? 0;
      if (sum <= before) return;
      own[document] = sum;
      scores[document] = (scores[document] ?? 0) + sum - before;
    },
    least: (documents) => (met < documents ? 0 : stepBelow(scores, touched.subarray(0, met), documents)),
    best(most, isAllowed) {
      const found = touched.subarray(0, met);
      const picked = bestOf(scores, found, most, isAllowed);
      for (const document of found) {
        scores[document] = 0;
        word[document] = 0;
      }
      return picked;
    },
  };
}

/** The best, from the highest step down until there are enough: sorting a hundred thousand takes too long. */
function bestOf(
  scores: Float32Array,
  found: Uint32Array,
  most: number,
  isAllowed: (document: number) => boolean,
): number[] {
  let floor = stepBelow(scores, found, most);
  let ceiling = Number.POSITIVE_INFINITY;
  let picked: number[] = [];
  while (picked.length < most && ceiling > 0) {
    for (const document of found) {
      const score = scores[document] ?? 0;
      if (score >= floor && score < ceiling && isAllowed(document)) picked.push(document);
    }
    ceiling = floor;
    floor = floor > 0.01 ? floor * 0.7 : 0;
  }
  picked = picked.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  return picked.slice(0, most);
}

const heights = new Uint32Array(steps);

/** The lower edge of the step in which the one stands that comes so many places from the top. */
function stepBelow(scores: Float32Array, found: Uint32Array, places: number): number {
  let highest = Number.MIN_VALUE;
  for (const document of found) highest = Math.max(highest, scores[document] ?? 0);
  heights.fill(0);
  for (const document of found) {
    const step = Math.min(steps - 1, Math.floor(((scores[document] ?? 0) / highest) * steps));
    heights[step] = (heights[step] ?? 0) + 1;
  }
  let step = steps;
  for (let above = 0; step > 0 && above < places; step -= 1) above += heights[step - 1] ?? 0;
  return (highest * step) / steps;
}
