/** Written by tests/bench/search/calibrate.ts; fit anew when the ranking or the rules change. */
export const calibration = {
  base: -1.21,
  score: 0.382,
  ahead: 6.585,
  behind: 5,
};
