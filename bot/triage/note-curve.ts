/** Written by tests/bench/search/calibrate.ts; fit anew when the ranking or the rules change. */
export const noteCurve = {
  base: -5.788,
  score: 2.057,
  lead: 3.381,
  matchedSymptom: 1.507,
  aboutness: 0.903,
  held: 2.281,
  otherNamed: -1.225,
  own: 0.679,
  sameCategory: 1.433,
  first: 2.216,
  settled: -3.289,
  notIt: -1.437,
};
