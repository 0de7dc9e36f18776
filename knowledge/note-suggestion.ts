/** The wording of a question that a note solved, before its editor has seen it. */
export type NewSuggestion = {
  readonly noteId: string;
  /** The wording's telling words; the same key is the same suggestion. */
  readonly key: string;
  /** In the person's words, without names and numbers. */
  readonly wording: string;
  readonly byUpn: string;
  readonly at: Date;
};

export const suggestionStatuses = ['open', 'accepted', 'refused'] as const;
export type SuggestionStatus = (typeof suggestionStatuses)[number];

/** A symptom that a note's editor may take or leave; only then does it become text. */
export type SymptomSuggestion = {
  readonly id: string;
  readonly noteId: string;
  readonly wording: string;
  /** People who asked so and were helped. */
  readonly count: number;
  readonly status: SuggestionStatus;
  readonly lastAt: Date;
};

export type SuggestionDecision = {
  readonly id: string;
  readonly byUpn: string;
  readonly at: Date;
};

/** What an editor needs to decide on suggestions. */
export type SuggestionDesk = {
  /** Those that most people asked first. */
  list(filter: { readonly status: SuggestionStatus; readonly limit: number }): Promise<SymptomSuggestion[]>;
  /**
   * Adds the wording to the note's symptoms, as an edit made here. `wording`: as the editor would rather have it.
   * @throws NotFound when the suggestion or its note is gone; InvalidInput when it was decided already.
   */
  accept(
    decision: SuggestionDecision & { readonly wording?: string | undefined },
  ): Promise<SymptomSuggestion>;
  /** It does not come back. @throws NotFound; InvalidInput when it was decided already. */
  refuse(decision: SuggestionDecision): Promise<SymptomSuggestion>;
};
