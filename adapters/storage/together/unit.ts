import type { Queryable } from '../database.ts';

/** What `write_together` (migration 0006) does, in its words; instants as ISO 8601. */
export type Write = { readonly write: WriteKind } & Readonly<Record<string, unknown>>;
export type WriteKind =
  | 'activity'
  | 'new-conversation'
  | 'conversation'
  | 'contact'
  | 'delivery'
  | 'new-case'
  | 'case'
  | 'event'
  | 'offer'
  | 'answer'
  | 'outcome'
  | 'question'
  | 'suggestion'
  | 'job';

/** The work wants what only a transaction on one connection can give: it is done again from its beginning in one. */
class NeedsTransaction extends Error {
  constructor() {
    super('This work needs a transaction of its own.');
  }
}

/**
 * The writes of one piece of work, kept until it is done. What it reads meanwhile it reads as it stands in the
 * database, each question by itself: a connection is never held while something is thought.
 */
export type Unit = {
  readonly writes: readonly Write[];
  /** Set when it was left for a transaction, whoever caught the error on its way. */
  readonly gaveUp: boolean;
  add(write: Write): void;
  wrote(...kinds: readonly WriteKind[]): boolean;
  /** @throws NeedsTransaction always. */
  giveUp(): never;
  /** For questions that none of those writes would change the answer of. Anything else gives the unit up. */
  reading(...kinds: readonly WriteKind[]): Queryable;
};

export function createUnit(client: Queryable): Unit {
  const writes: Write[] = [];
  const kindsWritten = new Set<WriteKind>();
  let gaveUp = false;
  const giveUp = (): never => {
    gaveUp = true;
    throw new NeedsTransaction();
  };
  const wrote = (...kinds: readonly WriteKind[]) => kinds.some((kind) => kindsWritten.has(kind));
  return {
    writes,
    get gaveUp() {
      return gaveUp;
    },
    add(write) {
      writes.push(write);
      kindsWritten.add(write.write);
    },
    wrote,
    giveUp,
    reading: (...kinds) => ({
      async query(text, values) {
        const mayRun = /^\s*select\b/i.test(text) && !/\bfor (?:update|share)\b/i.test(text);
        return mayRun && !wrote(...kinds) ? client.query(text, values) : giveUp();
      },
    }),
  };
}
