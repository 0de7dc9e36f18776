/** What a connector can promise of its contractor's system; the table in adapters/contractor/README.md holds it. */
export type ConnectorPromises = {
  /** A try that may have arrived is looked for before it is made again: exactly one ticket. */
  readonly oneTicket: boolean;
  /** What is said here later reaches their ticket. */
  readonly commentsOut: boolean;
  /** Their public comments come back. */
  readonly commentsBack: boolean;
  /** Files go along. */
  readonly files: boolean;
  /** Their states come back. */
  readonly status: boolean;
  /** A solved ticket can be opened again from here; otherwise a comment asks for it. */
  readonly reopen: boolean;
  /** How news comes: they call us, we ask them, or neither. */
  readonly news: 'webhook and polling' | 'polling' | 'none';
};

/** The least: somebody reads what arrives. A connector names what it adds. */
export const nothingPromised: ConnectorPromises = {
  oneTicket: false,
  commentsOut: false,
  commentsBack: false,
  files: false,
  status: false,
  reopen: false,
  news: 'none',
};
