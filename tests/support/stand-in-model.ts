import type { LanguageModel } from '#bot/model/language-model.ts';
import type { Understanding } from '#bot/triage/understanding.ts';

/** A message of which a model made nothing. */
export const nothingUnderstood: Understanding = {
  language: 'sv',
  inDeskLanguage: null,
  category: null,
  what: null,
  where: null,
  device: null,
  since: null,
  affected: null,
  urgency: null,
  problems: [],
  wantsPerson: false,
  missing: [],
};

/** A model in memory that answers nothing but what the test says. */
export function standInModel(overrides: Partial<LanguageModel> = {}): LanguageModel {
  const nothing = async () => null;
  return {
    rests: () => false,
    understand: nothing,
    compose: nothing,
    summarise: nothing,
    translate: nothing,
    draftNote: nothing,
    nameCluster: nothing,
    ...overrides,
  };
}

/** Says these lines, as a stream would bring them. */
export function saying(...lines: readonly string[]): LanguageModel['compose'] {
  return async (_asked, _call, onLine) =>
    lines.every((line) => onLine(line)) ? { model: 'stand-in', prompt: 'compose-answer@0' } : null;
}
