/** What is logged although nothing changed, or because it must be possible to show who did it. */
export type AuditAction =
  | 'case-opened'
  | 'secret-fact-shown'
  | 'roles-changed'
  | 'rota-changed'
  | 'settings-changed'
  | 'person-exported'
  | 'person-erased'
  | 'archived'
  | 'weeded'
  | 'log-searched'
  | 'log-trimmed';

export type AuditEntry = {
  /** A upn; `vaktis` for the machine itself and `console` for whoever sits at it. Kept as a pseudonym. */
  readonly by: string;
  readonly action: AuditAction;
  /** Ids and counts only, never words or names: this outlives everybody in it. */
  readonly thing?: string | null;
  /** Whom it was about, if anybody: a upn, kept as a pseudonym. */
  readonly about?: string | null;
  readonly facts?: Readonly<Record<string, unknown>>;
};

/** Who looked and who changed: append-only. */
export type AuditLog = { record(entry: AuditEntry): Promise<void> };
