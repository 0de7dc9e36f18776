export { countSlips, slipsBetween } from '#knowledge/search/analyse/nearest-words.ts';

/** Nobody is taken to have misspelt anything. */
export function createSpeller() {
  return { nearest: (): string[] => [] };
}

export function nearestWords(): string[] {
  return [];
}
