/** Written by tests/bench/search/calibrate.ts; fit anew when the ranking or the rules change. */
export const noteCurve = {
  base: -6.236,
  score: 1.224,
  lead: 2.711,
  matchedSymptom: 2.458,
  aboutness: 1.672,
  sameCategory: 2.624,
  first: 2.208,
  settled: -3.517,
  notIt: -0.273,
};
