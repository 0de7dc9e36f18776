const shortest = 3;
const longest = 5;

/**
 * The character 3–5-grams of a word with its edges marked, as 32-bit hashes: they bear misspellings, odd
 * inflections and compounds that no list knows. May repeat. Two grams that share a hash do no harm worth the memory of strings.
 */
export function gramsOf(word: string): Int32Array {
  const marked = ` ${word} `;
  const grams: number[] = [];
  for (let start = 0; start < marked.length; start += 1) {
    let hash = 0;
    for (let size = 1; size <= longest && start + size <= marked.length; size += 1) {
      hash = (Math.imul(hash, 31_337) + marked.charCodeAt(start + size - 1) * 2_654_435) | 0;
      if (size >= shortest) grams.push((hash ^ size) | 0);
    }
  }
  return Int32Array.from(grams);
}
