/** Where the model is; bot/settings checks it. */
export type EmbeddingsConfig = {
  /** As OpenAI's clients take it: `https://api.openai.com/v1`. */
  readonly url: string;
  readonly model: string;
  /** Null: the endpoint asks for none. Never logged. */
  readonly key: string | null;
};
