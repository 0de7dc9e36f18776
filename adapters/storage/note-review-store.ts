import { z } from 'zod';
import { NotFound } from '#bot/errors.ts';
import type { NoteDraft, NoteReviewStore, NoteVerification } from '#knowledge/review/note-review-store.ts';
import type { Database, Queryable } from './database.ts';
import { editItem } from './desk-editing.ts';
import { rowOf, rowsOf } from './rows.ts';
import { toJson } from './to-json.ts';

const DraftRow: z.ZodType<NoteDraft> = z
  .object({
    note_id: z.string(),
    person_upn: z.string(),
    based_on: z.coerce.number(),
    content: z.unknown(),
    at: z.date(),
  })
  .transform(({ note_id, person_upn, based_on, ...rest }) => ({
    ...rest,
    noteId: note_id,
    upn: person_upn,
    basedOn: based_on,
  }));
const VerificationRow: z.ZodType<NoteVerification> = z
  .object({ date: z.string(), by_upn: z.string(), way: z.enum(['visit', 'press', 'tab']) })
  .transform(({ by_upn, ...rest }) => ({ ...rest, byUpn: by_upn }));
const Outcomes = z.object({ shown: z.number(), solved: z.number(), notSolved: z.number() });

/** See NoteReviewStore. */
export function createNoteReviewStore(database: Database): NoteReviewStore {
  return {
    ...drafts(database),
    verifications: (noteId, limit) =>
      rowsOf(
        VerificationRow,
        database,
        `select date::text, by_upn, way from note_confirmations where note_id = $1 order by seq desc limit $2`,
        [noteId, limit],
      ),
    async outcomes(noteId) {
      const counted = await rowOf(
        Outcomes,
        database,
        `select count(*) filter (where outcome = 'shown')::int as shown,
           count(*) filter (where outcome in ('solved', 'helpful'))::int as solved,
           count(*) filter (where outcome in ('not-solved', 'unhelpful'))::int as "notSolved"
         from note_outcomes where note_id = $1 and undone_at is null`,
        [noteId],
      );
      return counted ?? { shown: 0, solved: 0, notSolved: 0 };
    },
    verify: (by, confirmed) =>
      database.transaction(async (client) => {
        const { noteId, at, byUpn, way, date } = by;
        const stored = await editItem(
          client,
          { kind: 'note', id: noteId, by: byUpn, at, way },
          ({ current }) => {
            if (current === null) throw new NotFound(`There is no note ${noteId}.`);
            return confirmed(current.value);
          },
        );
        await keepVerification(client, noteId, { date, byUpn, way });
        if (stored === null) throw new NotFound(`There is no note ${noteId}.`);
        return stored;
      }),
  };
}

async function keepVerification(
  client: Queryable,
  noteId: string,
  { date, byUpn, way }: NoteVerification,
): Promise<void> {
  await client.query('insert into note_confirmations (note_id, date, by_upn, way) values ($1, $2, $3, $4)', [
    noteId,
    date,
    byUpn,
    way,
  ]);
}

type Drafts = Pick<NoteReviewStore, 'saveDraft' | 'draft' | 'removeDraft' | 'draftsOf' | 'typedBy'>;

function drafts(client: Queryable): Drafts {
  const columns = 'note_id, person_upn, based_on, content, at';
  return {
    async saveDraft({ noteId, upn, basedOn, content, at }) {
      // What was typed earlier may arrive later.
      await client.query(
        `insert into note_drafts as known (${columns}) values ($1, $2, $3, $4, $5)
         on conflict (note_id, person_upn) do update set based_on = excluded.based_on,
           content = excluded.content, at = excluded.at where known.at <= excluded.at`,
        [noteId, upn, basedOn, toJson(content), at],
      );
    },
    draft: (noteId, upn) =>
      rowOf(DraftRow, client, `select ${columns} from note_drafts where note_id = $1 and person_upn = $2`, [
        noteId,
        upn,
      ]),
    async removeDraft(noteId, upn) {
      await client.query('delete from note_drafts where note_id = $1 and person_upn = $2', [noteId, upn]);
    },
    draftsOf: (upn) =>
      rowsOf(
        DraftRow,
        client,
        `select ${columns} from note_drafts where person_upn = $1 order by at desc limit 200`,
        [upn],
      ),
    typedBy: (noteId, since) =>
      rowsOf(
        z.object({ upn: z.string(), at: z.date() }),
        client,
        `select person_upn as upn, at from note_drafts where note_id = $1 and at >= $2 order by at desc limit 20`,
        [noteId, since],
      ),
  };
}
