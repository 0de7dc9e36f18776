/** An answer in a language model's words; every sentence was held against the notes that it cites. */
export type ComposedAnswer = {
  /** ISO 639-1: the person's language, which the words around it need not be. */
  readonly language: string;
  readonly sentences: readonly Sentence[];
  /** By their place in the citations, from 1. */
  readonly sources: readonly {
    readonly position: number;
    readonly noteId: string;
    readonly title: string;
    readonly abstract: string;
  }[];
  readonly model: string;
  /** Name and version of the prompt. */
  readonly prompt: string;
};

/** `cites`: the places of the sources that it rests on. */
export type Sentence = { readonly text: string; readonly cites: readonly number[] };

/** What is needed to compose an answer when it is sent; nothing is waited for before. */
export type ComposeRequest = {
  readonly upn: string;
  readonly question: string;
  /** Best first. */
  readonly noteIds: readonly string[];
  readonly language: string;
};
