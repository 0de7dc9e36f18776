/**
 * What signs us in to contractors' systems, by contractor id. From the environment only: `desk.yaml` is exported
 * and shown. Never logged.
 */
export type ContractorAccess = {
  /** A user name, an e-mail address or nothing, as their kind of sign-in wants it. */
  readonly user: string | null;
  /** A password or a token. */
  readonly secret: string | null;
  /** What signs their calls to us. */
  readonly webhookSecret: string | null;
};

export type AccessByContractor = ReadonlyMap<string, ContractorAccess>;
