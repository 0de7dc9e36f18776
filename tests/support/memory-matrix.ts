import type { DeskSettings } from '#bot/desk/desk-settings.ts';
import type { MatrixStore, MatrixSuggestion } from '#bot/handoff/matrix-suggestion.ts';

/** Suggested rows, and the settings that a press changes; a test puts in those of its desk. */
export type MemoryMatrix = {
  readonly suggestions: Map<string, MatrixSuggestion>;
  settings: DeskSettings | null;
  readonly changes: { readonly byUpn: string; readonly at: Date }[];
};

export function emptyMatrix(): MemoryMatrix {
  return { suggestions: new Map(), settings: null, changes: [] };
}

export function restoreMatrix(matrix: MemoryMatrix, before: MemoryMatrix): void {
  matrix.suggestions.clear();
  for (const [id, suggestion] of before.suggestions) matrix.suggestions.set(id, suggestion);
  matrix.settings = before.settings;
  matrix.changes.length = before.changes.length;
}

/** MatrixStore over a map, with the promises of the real one: one open of a kind, conditional decisions. */
export function createMemoryMatrix({ matrix }: { readonly matrix: MemoryMatrix }): MatrixStore {
  const all = () => [...matrix.suggestions.values()];
  return {
    async add(suggestion) {
      const isKnown = all().some(
        ({ status, contractorId, category, siteKind }) =>
          status === 'open' &&
          contractorId === suggestion.contractorId &&
          category === suggestion.category &&
          siteKind === suggestion.siteKind,
      );
      if (!isKnown) matrix.suggestions.set(suggestion.id, suggestion);
      return !isKnown;
    },
    get: async (id) => matrix.suggestions.get(id) ?? null,
    recent: async (since) =>
      all().filter(
        ({ status, decidedAt }) =>
          status === 'open' || (status === 'dismissed' && decidedAt !== null && decidedAt > since),
      ),
    async decide({ id, status, byUpn, at }) {
      const known = matrix.suggestions.get(id);
      if (known?.status !== 'open') return null;
      const decided: MatrixSuggestion = { ...known, status, decidedBy: byUpn, decidedAt: at };
      matrix.suggestions.set(id, decided);
      return decided;
    },
    async change({ byUpn, at, change }) {
      const changed = matrix.settings === null ? null : change(matrix.settings);
      if (changed === null) return;
      matrix.settings = changed;
      matrix.changes.push({ byUpn, at });
    },
  };
}
