/** No note is like a question by its letters. */
export function createLetterScorer() {
  return () => ({ letters: 0, covered: 0 });
}
