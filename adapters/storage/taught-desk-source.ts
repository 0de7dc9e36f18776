import type { DeskSource, LoadedDesk } from '#bot/triage/desk-source.ts';
import type { Lesson } from '#knowledge/search/learn/lesson.ts';
import { withLessons } from '#knowledge/search/learn/with-lessons.ts';
import type { Queryable } from './database.ts';
import {
  addNewLessons,
  type LessonMark,
  loadLessons,
  readLessonMark,
  type StoredLesson,
} from './lesson-store.ts';

/** Milliseconds for which lessons are taken to be as they were. */
const freshFor = 1_000;

/**
 * The desk with a search that people taught: what they said of a note counts about a second later, in every process.
 * `elapsed`: milliseconds on a steady clock.
 */
export function createTaughtDeskSource(
  source: DeskSource,
  database: Queryable,
  elapsed: () => number = () => performance.now(),
): DeskSource {
  let known: Known = { mark: { newest: '0', undone: 0 }, lessons: [] };
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | null = null;
  let taught: { loaded: LoadedDesk; lessons: readonly Lesson[]; result: LoadedDesk } | null = null;
  const look = async () => {
    const at = elapsed();
    known = await readOn(database, known);
    lookedAt = at;
  };
  return {
    async current() {
      const loaded = await source.current();
      if (elapsed() - lookedAt >= freshFor) {
        looking ??= look().finally(() => {
          looking = null;
        });
        await looking;
      }
      const { lessons } = known;
      if (taught?.loaded !== loaded || taught.lessons !== lessons) {
        const notes = withLessons(loaded.notes, lessons);
        taught = { loaded, lessons, result: lessons.length === 0 ? loaded : { ...loaded, notes } };
      }
      return taught.result;
    },
  };
}

type Known = { readonly mark: LessonMark; readonly lessons: readonly StoredLesson[] };

/** A busy desk learns every second: only what is new is read, unless something was taken back. */
async function readOn(database: Queryable, known: Known): Promise<Known> {
  const mark = await readLessonMark(database);
  if (mark.undone !== known.mark.undone) return { mark, lessons: await loadLessons(database) };
  if (mark.newest === known.mark.newest) return known;
  return { mark, lessons: await addNewLessons(database, known.lessons, known.mark.newest) };
}
