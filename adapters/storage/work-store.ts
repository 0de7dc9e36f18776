import { z } from 'zod';
import type {
  AskedQuestion,
  EarlierQuestion,
  NoteFailures,
  StoredDecision,
  WorkStore,
} from '#knowledge/review/work-store.ts';
import { closedCase, closedCases, latestCases } from './closed-cases.ts';
import type { Queryable } from './database.ts';
import { rowOf, rowsOf } from './rows.ts';

const maybeText = z.string().nullable();
const AskedRow: z.ZodType<AskedQuestion> = z
  .object({ seq: z.coerce.number(), at: z.date(), text: z.string(), site_id: maybeText, category: maybeText })
  .transform(({ site_id, ...rest }) => ({ ...rest, siteId: site_id }));

const isOpen = '(aside_at is null or aside_until <= $1)';

/** See WorkStore. */
export function createWorkStore(client: Queryable): WorkStore {
  return { ...questions(client), ...counts(client), ...cases(client), ...decisions(client) };
}

function questions(
  client: Queryable,
): Pick<WorkStore, 'unanswered' | 'unansweredMark' | 'setQuestionsAside' | 'earlierQuestions'> {
  return {
    unanswered: (at, limit) =>
      rowsOf(
        AskedRow,
        client,
        `select seq, at, text, site_id, category from unanswered_questions where ${isOpen}
         order by seq desc limit $2`,
        [at, limit],
      ),
    async unansweredMark(at) {
      const row = await rowOf(
        z.object({ mark: z.string() }),
        client,
        `select coalesce(max(seq), 0) || ' ' || count(*) as mark from unanswered_questions where ${isOpen}`,
        [at],
      );
      return row?.mark ?? '';
    },
    async setQuestionsAside({ seqs, byUpn, at, until }) {
      await client.query(
        `update unanswered_questions set aside_at = $2, aside_until = $3, aside_by = $4
         where seq = any($1::bigint[])`,
        [seqs, at, until, byUpn],
      );
    },
    earlierQuestions: (limit) => earlierQuestions(client, limit),
  };
}

const EarlierRow: z.ZodType<EarlierQuestion> = z
  .object({ text: z.string(), site_id: maybeText, had_note: z.boolean() })
  .transform(({ text, site_id, had_note }) => ({ text, siteId: site_id, hadNote: had_note }));

/** An outcome knows its place by its case, else by the note's own site. */
function earlierQuestions(client: Queryable, limit: number): Promise<EarlierQuestion[]> {
  return rowsOf(
    EarlierRow,
    client,
    `select text, site_id, had_note from (
       (select at, text, site_id, false as had_note from unanswered_questions order by seq desc limit $1)
       union all
       (select o.at, o.text, coalesce(c.site_id, nullif(split_part(o.note_id, '/', 1), '_shared')), true
        from note_outcomes o left join cases c on c.id = o.case_id
        where o.outcome in ('solved', 'not-solved') and o.text is not null and o.undone_at is null
        order by o.seq desc limit $1)
     ) asked order by at desc limit $1`,
    [limit],
  );
}

const FailuresRow: z.ZodType<NoteFailures> = z
  .object({ note_id: z.string(), not_solved: z.number(), solved: z.number() })
  .transform(({ note_id, not_solved, solved }) => ({ noteId: note_id, notSolved: not_solved, solved }));
const CountRow = z.object({ id: z.string(), count: z.number() });
const failed = `outcome in ('not-solved', 'unhelpful')`;

function counts(
  client: Queryable,
): Pick<WorkStore, 'failures' | 'failedWordings' | 'shownCounts' | 'casesBySite'> {
  return {
    failures: (since) =>
      rowsOf(
        FailuresRow,
        client,
        `select o.note_id, count(*) filter (where ${failed})::int as not_solved,
           count(*) filter (where outcome in ('solved', 'helpful'))::int as solved
         from note_outcomes o
         left join work_decisions d on d.kind = 'failed' and d.item_id = o.note_id and d.decision <> 'later'
         where o.at >= $1 and o.undone_at is null and o.at > coalesce(d.at, '-infinity')
           and outcome in ('not-solved', 'unhelpful', 'solved', 'helpful')
         group by o.note_id having count(*) filter (where ${failed}) > 0
         order by 2 desc, 3, o.note_id collate "C"`,
        [since],
      ),
    async failedWordings(noteIds, each) {
      const rows = await rowsOf(
        z.object({ note_id: z.string(), text: z.string() }),
        client,
        `select note_id, text from (
           select note_id, text, row_number() over (partition by note_id order by seq desc) as place
           from note_outcomes
           where note_id = any($1) and ${failed} and text is not null and undone_at is null
         ) said where place <= $2 order by note_id, place`,
        [noteIds, each],
      );
      const byNote = Map.groupBy(rows, ({ note_id }) => note_id);
      return new Map([...byNote].map(([id, said]) => [id, said.map(({ text }) => text)]));
    },
    shownCounts: (since) =>
      countBy(
        client,
        `select note_id as id, count(*)::int as count from note_outcomes
         where at >= $1 and outcome = 'shown' group by note_id`,
        since,
      ),
    casesBySite: (since) =>
      countBy(
        client,
        `select site_id as id, count(*)::int as count from cases
         where created_at >= $1 and site_id is not null group by site_id`,
        since,
      ),
  };
}

async function countBy(client: Queryable, text: string, since: Date): Promise<Map<string, number>> {
  const rows = await rowsOf(CountRow, client, text, [since]);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

function cases(client: Queryable): Pick<WorkStore, 'closedCases' | 'closedCase' | 'latestCases'> {
  return {
    closedCases: (since, limit) => closedCases(client, since, limit),
    closedCase: (id) => closedCase(client, id),
    latestCases: (limit) => latestCases(client, limit),
  };
}

const DecisionRow: z.ZodType<StoredDecision> = z
  .object({
    kind: z.string(),
    item_id: z.string(),
    decision: z.enum(['accept', 'refuse', 'later']),
    by_upn: z.string(),
    at: z.date(),
    until: z.date().nullable(),
  })
  .transform(({ item_id, by_upn, ...rest }) => ({ ...rest, itemId: item_id, byUpn: by_upn }));

function decisions(client: Queryable): Pick<WorkStore, 'decisions' | 'decide' | 'decideOnce'> {
  const insert = `insert into work_decisions as known (kind, item_id, decision, by_upn, at, until)
    values ($1, $2, $3, $4, $5, $6) on conflict (kind, item_id) do update set decision = excluded.decision,
      by_upn = excluded.by_upn, at = excluded.at, until = excluded.until`;
  const values = ({ kind, itemId, decision, byUpn, at, until }: StoredDecision) => [
    ...[kind, itemId, decision, byUpn],
    ...[at, until],
  ];
  return {
    async decisions(kind, at) {
      const rows = await rowsOf(
        DecisionRow,
        client,
        'select * from work_decisions where kind = $1 and (until is null or until > $2)',
        [kind, at],
      );
      return new Map(rows.map((row) => [row.itemId, row]));
    },
    async decide(decision) {
      await client.query(insert, values(decision));
    },
    async decideOnce(decision) {
      const { rowCount } = await client.query(`${insert} where known.decision = 'later'`, values(decision));
      return rowCount > 0;
    },
  };
}
