import { z } from 'zod';
import { NotFound } from '#bot/errors.ts';
import type { KnowledgeStore, NoteOutcome, UnansweredQuestion } from '#bot/handoff/stores.ts';
import { recordChange } from './change-log.ts';
import type { Queryable } from './database.ts';
import { moveRevision } from './desk-revision.ts';
import { rowOf, rowsOf } from './rows.ts';
import { addSuggested, keepSuggestion } from './suggestion-store.ts';

const maybeText = z.string().nullable();

const QuestionRow: z.ZodType<UnansweredQuestion> = z
  .object({
    at: z.date(),
    text: z.string(),
    site_id: maybeText,
    category: maybeText,
    language: maybeText,
    case_id: maybeText,
  })
  .transform(({ site_id, case_id, ...rest }) => ({ ...rest, siteId: site_id, caseId: case_id }));

const OutcomeRow: z.ZodType<NoteOutcome> = z
  .object({
    note_id: z.string(),
    at: z.date(),
    outcome: z.enum([
      'shown',
      'solved',
      'not-solved',
      'helpful',
      'unhelpful',
      'confirmed',
      'corrected',
      'gone',
    ]),
    by_upn: z.string(),
    case_id: maybeText,
    text: maybeText,
  })
  .transform(({ note_id, by_upn, case_id, ...rest }) => ({
    ...rest,
    noteId: note_id,
    byUpn: by_upn,
    caseId: case_id,
  }));

/** `inTransaction` runs at once when the client is a transaction's already. */
export function createKnowledgeStore(
  client: Queryable,
  inTransaction: <T>(work: (client: Queryable) => Promise<T>) => Promise<T>,
): KnowledgeStore {
  return {
    async keepQuestion(question) {
      await client.query(
        `insert into unanswered_questions (at, text, site_id, category, language, case_id)
         values ($1, $2, $3, $4, $5, $6)`,
        [question.at, question.text, question.siteId, question.category, question.language, question.caseId],
      );
    },
    unansweredQuestions: (limit) =>
      rowsOf(QuestionRow, client, 'select * from unanswered_questions order by seq desc limit $1', [limit]),
    async addOutcome(outcome) {
      await client.query(
        `insert into note_outcomes (note_id, at, outcome, by_upn, case_id, text) values ($1, $2, $3, $4, $5, $6)`,
        [outcome.noteId, outcome.at, outcome.outcome, outcome.byUpn, outcome.caseId, outcome.text],
      );
    },
    outcomes: (noteId) =>
      rowsOf(OutcomeRow, client, 'select * from note_outcomes where note_id = $1 order by seq', [noteId]),
    suggestSymptom: (suggestion) => keepSuggestion(client, suggestion),
    addSymptom: (suggestion) => inTransaction((transaction) => addSuggested(transaction, suggestion)),
    reminders: () =>
      rowsOf(
        z.object({ noteId: z.string(), at: z.date(), toUpn: z.string() }),
        client,
        'select note_id as "noteId", at, to_upn as "toUpn" from note_reminders',
      ),
    async keepReminder({ noteId, at, toUpn }) {
      await client.query(
        `insert into note_reminders (note_id, at, to_upn) values ($1, $2, $3)
         on conflict (note_id) do update set at = excluded.at, to_upn = excluded.to_upn`,
        [noteId, at, toUpn],
      );
    },
    confirmNote: (confirmation) => inTransaction((transaction) => confirm(transaction, confirmation)),
  };
}

const Confirmed = z.object({ at: z.date(), before: z.unknown(), after: z.unknown() });

/** An older confirmation that arrives late is kept, but never moves the date back. */
async function confirm(
  client: Queryable,
  { noteId, date, byUpn, way, reviewBy }: Parameters<KnowledgeStore['confirmNote']>[0],
): Promise<void> {
  const revision = await moveRevision(client);
  const changed = await rowOf(
    Confirmed,
    client,
    `update notes set revision = $3, data = jsonb_set(data, '{lastVerified}',
       to_jsonb(greatest(coalesce(data->>'lastVerified', ''), $2::text))) || $4::jsonb
     where id = $1
     returning now() as at, (select before.data from notes before where before.id = $1) as before, data as after`,
    [noteId, date, revision, JSON.stringify(reviewBy === undefined ? {} : { reviewBy })],
  );
  if (changed === null) throw new NotFound(`There is no note ${noteId}.`);
  await recordChange(client, { ...changed, revision, kind: 'note', id: noteId, byUpn, way });
  await client.query('insert into note_confirmations (note_id, date, by_upn, way) values ($1, $2, $3, $4)', [
    noteId,
    date,
    byUpn,
    way,
  ]);
}
