/** Written by tests/bench/search/calibrate.ts; fit anew when the ranking or the rules change. */
export const noteCurve = {
  base: -5.902,
  score: 2.096,
  lead: 3.847,
  matchedSymptom: 0.163,
  aboutness: 0.568,
  held: 1.992,
  otherNamed: -0.669,
  own: 1.021,
  sameCategory: 0.948,
  likelyKind: 0.265,
  solvable: 1.475,
  first: 1.568,
  settled: -2.422,
  notIt: -0.38,
};
