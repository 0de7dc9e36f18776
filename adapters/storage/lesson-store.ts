import { z } from 'zod';
import { InvalidInput, NotFound } from '#bot/errors.ts';
import type { LearnedWording, LessonDesk } from '#knowledge/search/learn/learned-wording.ts';
import type { Lesson } from '#knowledge/search/learn/lesson.ts';
import { wordingKey } from '#knowledge/search/learn/telling-words.ts';
import type { Queryable } from './database.ts';
import { rowOf, rowsOf } from './rows.ts';

/** Older ones are worth next to nothing, and a desk that learns all day must still start at once. */
const mostLessons = 20_000;

const isLesson = `outcome in ('solved', 'not-solved') and text is not null`;
export type StoredLesson = Lesson & { readonly seq: string };
const Row: z.ZodType<StoredLesson> = z
  .object({
    seq: z.string(),
    note_id: z.string(),
    outcome: z.enum(['solved', 'not-solved']),
    text: z.string(),
    by_upn: z.string(),
    at: z.date(),
  })
  .transform(({ seq, note_id, outcome, text, by_upn, at }) => ({
    seq,
    noteId: note_id,
    wording: text,
    helped: outcome === 'solved',
    byUpn: by_upn,
    at,
  }));

const Mark = z.object({ newest: z.string(), undone: z.number() });
/** The newest lesson's number, and how many were taken back. */
export type LessonMark = z.infer<typeof Mark>;

/** Changes with every lesson, and when one is taken back. */
export async function readLessonMark(client: Queryable): Promise<LessonMark> {
  const row = await rowOf(
    Mark,
    client,
    `select coalesce(max(seq), 0)::text as newest, count(undone_at)::int as undone
     from note_outcomes where ${isLesson}`,
  );
  return row ?? { newest: '0', undone: 0 };
}

/** What was said and not taken back, newest first; `after`: only what is newer than that. */
export function loadLessons(client: Queryable, after = '0'): Promise<StoredLesson[]> {
  return rowsOf(
    Row,
    client,
    `select seq::text, note_id, outcome, text, by_upn, at from note_outcomes
     where ${isLesson} and undone_at is null and seq > $2 order by seq desc limit $1`,
    [mostLessons, after],
  );
}

/** A transaction that ends late brings a lesson with an earlier number than some that are known. */
const lateAtMost = 500;

/** The lessons as of now, of which those that are known already are not read again. `newest`: of the known ones. */
export async function addNewLessons(
  client: Queryable,
  known: readonly StoredLesson[],
  newest: string,
): Promise<readonly StoredLesson[]> {
  const after = Math.max(0, Number(newest) - lateAtMost);
  const seen = new Set(known.filter(({ seq }) => Number(seq) > after).map(({ seq }) => seq));
  const fresh = (await loadLessons(client, String(after))).filter(({ seq }) => !seen.has(seq));
  return [...fresh, ...known].slice(0, mostLessons);
}

/** What an administrator looks through and takes back; see LessonDesk. */
export function createLessonDesk(database: Queryable): LessonDesk {
  return {
    async list() {
      const groups = Map.groupBy(await loadLessons(database), groupKey);
      return [...groups.values()].flatMap(toWording);
    },
    async undo({ id, at }) {
      const lessons = await loadLessons(database);
      const chosen = lessons.find(({ seq }) => seq === id);
      if (chosen === undefined) {
        if (!/^\d+$/.test(id)) throw new InvalidInput(`${id} is no id: vaktis learned list shows them.`);
        throw new NotFound(`There is nothing learned with the id ${id}, or it was undone already.`);
      }
      const same = lessons.filter((lesson) => groupKey(lesson) === groupKey(chosen));
      await database.query('update note_outcomes set undone_at = $2 where seq = any($1::bigint[])', [
        same.map(({ seq }) => seq),
        at,
      ]);
      return same.length;
    },
  };
}

function groupKey({ noteId, wording }: Lesson): string {
  return `${noteId} ${wordingKey(wording)}`;
}

/** The newest comes first and gives the group its id and its words. */
function toWording(lessons: readonly StoredLesson[]): LearnedWording[] {
  const [newest] = lessons;
  if (newest === undefined) return [];
  return [{ id: newest.seq, noteId: newest.noteId, wording: newest.wording, lessons }];
}
