import type { ReplyLanguage } from '#bot/reply/reply.ts';
import type { WorkDecisionKind, WorkStore } from '#knowledge/review/work-store.ts';
import { Conflict } from '../api-errors.ts';
import type { WorkItem, WorkKind } from '../contract/work-contract.ts';
import type { Reader } from '../notes/note-detail.ts';
import { type PageOf, type PageQuery, pageOfList } from '../page-of-list.ts';

/** What an editor decides in one press. `wording`: the symptom as they would rather have it. */
export type Deciding = {
  readonly id: string;
  readonly decision: WorkDecisionKind;
  readonly wording?: string | undefined;
  /** They were shown a language model's words, and decide on those. */
  readonly machineMade?: boolean | undefined;
};

/** One kind of work, as one person may see and do it. */
export type Heap = {
  readonly kind: WorkKind;
  count(reader: Reader): Promise<number>;
  page(reader: Reader, query: PageQuery): Promise<PageOf<WorkItem>>;
  /** @returns the note that came of it, or that it was about. @throws NotFound; Conflict; NotAllowed; FaultyInput */
  decide(deciding: Deciding, reader: Reader): Promise<string | null>;
};

/** `find` is light, whatever there is; `show` makes the few of a page. */
export function defineHeap<E>(heap: {
  readonly kind: WorkKind;
  readonly find: (reader: Reader) => Promise<readonly E[]>;
  readonly show: (entries: readonly E[], reader: Reader) => Promise<WorkItem[]>;
  readonly decide: (deciding: Deciding, reader: Reader) => Promise<string | null>;
}): Heap {
  return {
    kind: heap.kind,
    count: async (reader) => (await heap.find(reader)).length,
    async page(reader, query) {
      const page = pageOfList(await heap.find(reader), query, reader.language satisfies ReplyLanguage);
      return { ...page, items: await heap.show(page.items, reader) };
    },
    decide: heap.decide,
  };
}

/** Milliseconds until what was put off comes back: a week. */
export const laterFor = 7 * 86_400_000;

/** What `decision` is stored as. */
export function decisionOf(
  kind: WorkKind,
  { id, decision }: Pick<Deciding, 'id' | 'decision'>,
  { person, now }: Reader,
): Parameters<WorkStore['decide']>[0] {
  const until = decision === 'later' ? new Date(now.getTime() + laterFor) : null;
  return { kind, itemId: id, decision, byUpn: person.upn, at: now, until };
}

/**
 * Makes the note that is accepted, once: of two who press at the same moment one makes it. What could not be made is
 * there again to be decided on. @throws Conflict for the other one; what `make` throws
 */
export async function acceptOnce(
  work: Pick<WorkStore, 'decide' | 'decideOnce'>,
  decision: ReturnType<typeof decisionOf>,
  make: () => Promise<string>,
): Promise<string> {
  if (!(await work.decideOnce(decision))) throw new Conflict();
  try {
    return await make();
  } catch (error) {
    await work.decide({ ...decision, decision: 'later', until: decision.at });
    throw error;
  }
}

/** A note's id where a path needs one part: `solrosen~skrivaren`. */
export function toItemId(noteId: string): string {
  return noteId.replace('/', '~');
}

export function toNoteId(itemId: string): string {
  return itemId.replace('~', '/');
}
