/** Written by tests/bench/search/calibrate.ts; fit anew when the ranking or the rules change. */
export const calibration = {
  base: -1.325,
  score: 0.627,
  ahead: 6.394,
  behind: 5.036,
};
