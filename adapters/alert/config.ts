/** Where calls are posted, and what signs them; as bot/settings/alert-settings.ts reads them. */
export type WebhookSettings = {
  /** https://, or http:// on this machine. */
  readonly url: string;
  /** A secret: never logged. */
  readonly secret: string;
};

/** Milliseconds for the whole answer: a call that takes longer is tried again, under the same key. */
export const defaultTimeout = 10_000;
