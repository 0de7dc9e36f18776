/** Written by tests/bench/search/calibrate.ts; fit anew when the ranking or the rules change. */
export const noteCurve = {
  base: -5.958,
  score: 2.406,
  lead: 3.504,
  matchedSymptom: 1.758,
  aboutness: 0.765,
  held: 2.314,
  otherNamed: -1.271,
  own: 0.596,
  sameCategory: 1.441,
  first: 2.211,
  settled: -3.517,
  notIt: -1.48,
};
