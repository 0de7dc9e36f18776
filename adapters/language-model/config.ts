/** Where the model is; bot/settings checks it. */
export type EmbeddingsConfig = {
  /** As OpenAI's clients take it: `https://api.openai.com/v1`. */
  readonly url: string;
  readonly model: string;
  /** Null: the endpoint asks for none. Never logged. */
  readonly key: string | null;
};

/** How the endpoint knows us. */
export type Credential =
  | { readonly kind: 'none' }
  /** Never logged. `header`: OpenAI's `Authorization: Bearer`, or Azure's `api-key`. */
  | { readonly kind: 'key'; readonly key: string; readonly header: 'authorization' | 'api-key' }
  /** Azure's managed identity; the client id of a user-assigned one. */
  | { readonly kind: 'managed-identity'; readonly clientId: string | null };

/** Where the chat model is, as both clients take it. */
export type ChatConfig = {
  /** `https://api.openai.com/v1`, or Azure's `https://name.openai.azure.com/openai/deployments/deployment`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly credential: Credential;
  /** Azure's; null for all others. */
  readonly apiVersion: string | null;
  /** How the endpoint is made to answer in a shape: not every one knows every way. */
  readonly structured: 'json-schema' | 'tools' | 'json';
};

export type LeashConfig = {
  /** Tokens, in and out; null: no bound. */
  readonly budgets: {
    readonly personPerDay: number | null;
    readonly deskPerDay: number | null;
    readonly deskPerMonth: number | null;
  };
  /** For a million tokens, in whatever money the desk counts; 0: not known. */
  readonly price: { readonly in: number; readonly out: number };
  /** Whether what was sent and answered is kept with the record of the call. */
  readonly keepContent: boolean;
  /** Milliseconds. */
  readonly timeouts: {
    /** Until the first piece of an answer that somebody waits for. */
    readonly firstToken: number;
    /** Until an answer is whole. */
    readonly answer: number;
    /** Between two pieces. */
    readonly silence: number;
    /** What nobody waits for: summaries, drafts. */
    readonly background: number;
  };
};
