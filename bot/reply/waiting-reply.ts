/** Said at once when more is written than can be answered, before the answer itself. */
export type WaitingReply = {
  readonly kind: 'waiting';
  /** `full`: as many wait in this conversation as may, and this one was not taken. */
  readonly what: 'kept' | 'full';
};
