export const shortest = 3;
export const longest = 5;

/** Longer words are compared by their beginning. */
export const longestWord = 60;
/** Every word's grams fit; filled anew by each call, so that millions of words make no garbage. */
const scratch = new Int32Array((longestWord + 2) * (longest - shortest + 1));

/**
 * The character 3–5-grams of a word with its edges marked, as 32-bit hashes: they bear misspellings, odd
 * inflections and compounds that no list knows. May repeat. Two grams that share a hash do no harm worth the
 * memory of strings. The array is used again by the next call.
 */
export function gramsOf(word: string): Int32Array {
  const marked = ` ${word.slice(0, longestWord)} `;
  let filled = 0;
  for (let start = 0; start + shortest <= marked.length; start += 1) {
    let hash = 0;
    for (let size = 1; size <= longest && start + size <= marked.length; size += 1) {
      hash = (Math.imul(hash, 31_337) + marked.charCodeAt(start + size - 1) * 2_654_435) | 0;
      if (size < shortest) continue;
      scratch[filled] = (hash ^ size) | 0;
      filled += 1;
    }
  }
  return scratch.subarray(0, filled);
}

/** How many grams {@link gramsOf} gives for the word. */
export function gramCount(word: string): number {
  const length = Math.min(word.length, longestWord) + 2;
  let count = 0;
  for (let size = shortest; size <= longest; size += 1) count += Math.max(0, length - size + 1);
  return count;
}
