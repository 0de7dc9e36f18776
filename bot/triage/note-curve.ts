/** Written by tests/bench/search/calibrate.ts; fit anew when the ranking or the rules change. */
export const noteCurve = {
  base: -6.279,
  score: 1.398,
  lead: 2.719,
  matchedSymptom: 2.558,
  aboutness: 1.501,
  sameCategory: 2.66,
  first: 2.181,
  settled: -3.524,
  notIt: -0.286,
};
