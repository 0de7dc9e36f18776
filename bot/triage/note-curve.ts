/** Written by tests/bench/search/calibrate.ts; fit anew when the ranking or the rules change. */
export const noteCurve = {
  base: -6.028,
  score: 1.658,
  lead: 2.708,
  coverage: 0.756,
  matchedSymptom: 2.529,
  sameCategory: 2.769,
  first: 2.165,
  settled: -3.6,
  notIt: -0.421,
};
