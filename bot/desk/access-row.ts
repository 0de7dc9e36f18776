/** Everybody that the table of who may see what speaks of. */
export const parties = [
  'staff',
  /** Of the organisation's tenant but not of the desk: a newcomer, and somebody who has left the desk. */
  'unlisted',
  'reader',
  /** The contact person of a site, beside the roles that they have. */
  'head',
  'technician',
  'editor',
  'dispatcher',
  'admin',
  'contractor',
  /** Whoever reads along in a group or a channel where somebody else asks. */
  'bystander',
] as const;
export type Party = (typeof parties)[number];

/**
 * `own-site`: of the sites that they head, edit or serve. `own-case`: of the cases that they reported, have or are
 * offered. `own`: what is about themselves, or was written by them.
 */
export type Reach = 'yes' | 'own-site' | 'own-case' | 'own' | 'no';

/**
 * `ask`: get it as an answer in one's own chat with Vaktis. `find`: by the search under Teams' message box, whose
 * finds are put into chats that others read. `read`: in the tab, on a card or in a ticket. `press`: a card's button.
 */
export const actions = [
  'ask',
  'find',
  'read',
  'press',
  'edit',
  'publish',
  'verify',
  'import',
  'export',
] as const;
export type Action = (typeof actions)[number];

/** Who may do that with the thing. Who is not named may not. */
export type AccessRow = {
  readonly may: Readonly<Partial<Record<Party, Reach>>>;
  /** Why those who may, may. */
  readonly because: string;
  /** Why nobody else may. */
  readonly otherwise: string;
};

/** Everybody of the organisation's own tenant. */
export const everybody = {
  staff: 'yes',
  unlisted: 'yes',
  reader: 'yes',
  head: 'yes',
  technician: 'yes',
  editor: 'yes',
  dispatcher: 'yes',
  admin: 'yes',
} as const;
/** Each their own. */
export const ownCases = {
  staff: 'own-case',
  unlisted: 'own-case',
  reader: 'own-case',
  head: 'own-case',
  technician: 'own-case',
  editor: 'own-case',
  dispatcher: 'own-case',
  admin: 'own-case',
} as const;
/** Who may open the editors' tab. */
export const tabReaders = {
  reader: 'yes',
  head: 'yes',
  technician: 'yes',
  editor: 'yes',
  dispatcher: 'yes',
  admin: 'yes',
} as const;
/** Who write notes. */
export const writers = { technician: 'own-site', editor: 'own-site', admin: 'yes' } as const;
/** Who run the desk. */
export const lookers = { dispatcher: 'yes', admin: 'yes' } as const;
/** Who take care of cases. */
export const workers = { technician: 'own-case', dispatcher: 'yes', admin: 'yes' } as const;
