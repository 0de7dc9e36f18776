import type { LoadedDesk } from './desk-source.ts';

/** Adds what a message means to what its words say, where a model is configured. */
export type Meaning = {
  /**
   * Asks the model about a text, secrets masked, before it is triaged; outside any transaction. Never throws, and
   * waits a fraction of a second at most.
   */
  prepare(text: string): Promise<void>;
  /** The desk with a search that knows what the text means; the same desk when nothing is known of it. */
  around(loaded: LoadedDesk, text: string): LoadedDesk;
};
