/** Written by tests/bench/search/calibrate.ts; fit anew when the ranking or the rules change. */
export const noteCurve = {
  base: -5.996,
  score: 2.297,
  lead: 3.356,
  matchedSymptom: 1.838,
  aboutness: 0.91,
  held: 2.253,
  otherNamed: -1.317,
  own: 0.594,
  sameCategory: 1.362,
  first: 2.35,
  settled: -3.53,
  notIt: -1.503,
};
