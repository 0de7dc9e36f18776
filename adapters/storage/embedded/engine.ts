/** An embedded Postgres as whoever speaks its wire protocol sees it. */
export type Engine = {
  /**
   * Bytes of the protocol in, all that is answered to them out. What comes meanwhile is done afterwards, in order.
   * @throws when the engine is gone.
   */
  exec(message: Uint8Array): Promise<Uint8Array<ArrayBuffer>>;
  close(): Promise<void>;
};
