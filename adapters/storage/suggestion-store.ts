import { z } from 'zod';
import { InvalidInput, NotFound } from '#bot/errors.ts';
import {
  type NewSuggestion,
  type SuggestionDecision,
  type SuggestionDesk,
  type SuggestionStatus,
  type SymptomSuggestion,
  suggestionStatuses,
} from '#knowledge/note-suggestion.ts';
import { recordChange } from './change-log.ts';
import type { Database, Queryable } from './database.ts';
import { NoteData } from './desk-data.ts';
import { moveRevision } from './desk-revision.ts';
import { rowOf, rowsOf } from './rows.ts';
import { toJson } from './to-json.ts';

const columns = 'id::text, note_id, wording, cardinality(people) as count, status, last_at';
const Row: z.ZodType<SymptomSuggestion> = z
  .object({
    id: z.string(),
    note_id: z.string(),
    wording: z.string(),
    count: z.number(),
    status: z.enum(suggestionStatuses),
    last_at: z.date(),
  })
  .transform(({ note_id, last_at, ...rest }) => ({ ...rest, noteId: note_id, lastAt: last_at }));

/** One row for each wording of a note; the same person counts once. */
export async function keepSuggestion(client: Queryable, suggestion: NewSuggestion): Promise<void> {
  const { noteId, key, wording, byUpn, at } = suggestion;
  await client.query(
    `insert into symptom_suggestions as known (note_id, key, wording, people, first_at, last_at)
     values ($1, $2, $3, array[$4], $5, $5)
     on conflict (note_id, key) do update set last_at = greatest(known.last_at, excluded.last_at),
       people = case when $4 = any(known.people) then known.people else known.people || excluded.people end`,
    [noteId, key, wording, byUpn, at],
  );
}

/** What its editor would do with a suggestion in two steps. False: it was decided on before. */
export async function addSuggested(client: Queryable, suggestion: NewSuggestion): Promise<boolean> {
  const { noteId, key, wording, byUpn, at } = suggestion;
  const revision = await moveRevision(client);
  await keepSuggestion(client, suggestion);
  const { rowCount } = await client.query(
    `update symptom_suggestions set status = 'accepted', decided_by = $3, decided_at = $4
     where note_id = $1 and key = $2 and status = 'open'`,
    [noteId, key, byUpn, at],
  );
  if (rowCount > 0) await addSymptom(client, { noteId, symptom: wording, byUpn, at }, revision);
  return rowCount > 0;
}

/** What an editor decides on; see SuggestionDesk. */
export function createSuggestionDesk(database: Database): SuggestionDesk {
  return {
    list: ({ status, limit }) =>
      rowsOf(
        Row,
        database,
        `select ${columns} from symptom_suggestions where status = $1
         order by cardinality(people) desc, id desc limit $2`,
        [status, limit],
      ),
    accept: ({ wording, ...decision }) =>
      database.transaction(async (client) => {
        // Taken first: edits of the desk happen one after the other, so no other change of the note is lost.
        const revision = await moveRevision(client);
        const accepted = await decide(client, decision, 'accepted');
        const symptom = wording?.trim() || accepted.wording;
        await addSymptom(client, { ...decision, noteId: accepted.noteId, symptom }, revision);
        return accepted;
      }),
    refuse: (decision) => database.transaction((client) => decide(client, decision, 'refused')),
  };
}

async function decide(
  client: Queryable,
  { id, byUpn, at }: SuggestionDecision,
  status: SuggestionStatus,
): Promise<SymptomSuggestion> {
  const known = /^\d{1,18}$/.test(id)
    ? await rowOf(Row, client, `select ${columns} from symptom_suggestions where id = $1 for update`, [id])
    : null;
  if (known === null) throw new NotFound(`There is no suggestion ${id}.`);
  if (known.status !== 'open') throw new InvalidInput(`Suggestion ${id} was ${known.status} already.`);
  await client.query(
    'update symptom_suggestions set status = $2, decided_by = $3, decided_at = $4 where id = $1',
    [id, status, byUpn, at],
  );
  return { ...known, status };
}

/** The last import's mark stays as it is: the note counts as edited here. */
async function addSymptom(
  client: Queryable,
  { noteId, symptom, byUpn, at }: { noteId: string; symptom: string; byUpn: string; at: Date },
  revision: number,
): Promise<void> {
  const stored = z.object({ data: NoteData });
  const row = await rowOf(stored, client, 'select data from notes where id = $1 for update', [noteId]);
  if (row === null) throw new NotFound(`There is no note ${noteId} any more.`);
  const { symptoms } = row.data;
  if (symptoms.includes(symptom)) return;
  await client.query(
    `update notes set data = jsonb_set(data, '{symptoms}', $2::jsonb), revision = $3 where id = $1`,
    [noteId, toJson([...symptoms, symptom]), revision],
  );
  const after = { ...row.data, symptoms: [...symptoms, symptom] };
  const change = { at, revision, id: noteId, byUpn, before: row.data, after };
  await recordChange(client, { ...change, kind: 'note', way: 'suggestion' });
}
