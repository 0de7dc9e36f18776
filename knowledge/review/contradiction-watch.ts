import type { Desk } from '#bot/desk/desk.ts';
import type { Note } from '../note.ts';
import { type Contradiction, findContradictions } from './find-contradictions.ts';

export type ContradictionWatch = {
  /** What is known of these notes within so many milliseconds; what is not looked at yet is for the next time. */
  find(notes: readonly Note[], desk: Pick<Desk, 'sites'>, patience: number): Promise<Contradiction[]>;
};

type Group = { readonly notes: readonly Note[]; readonly found: readonly Contradiction[] };

/** Milliseconds of looking after which others have a turn. */
const turn = 15;

/**
 * Contradictions among tens of thousands of notes: only notes about the same matter in the same place are compared,
 * and only where one of them is another than last time. The first look takes seconds, in small steps, and goes on
 * when nobody waits any more.
 */
export function createContradictionWatch(
  elapsed: () => number = () => performance.now(),
): ContradictionWatch {
  let known = new Map<string, Group>();
  let looking: { readonly notes: readonly Note[]; readonly done: Promise<void> } | null = null;
  const look = async (notes: readonly Note[], desk: Pick<Desk, 'sites'>) => {
    const fresh = new Map<string, Group>();
    let since = elapsed();
    for (const [key, group] of groupNotes(notes)) {
      const before = known.get(key);
      const isSame = before !== undefined && isAlike(before.notes, group);
      fresh.set(key, isSame ? before : { notes: group, found: findContradictions(group, desk) });
      known.set(key, fresh.get(key) ?? { notes: group, found: [] });
      if (elapsed() - since < turn) continue;
      await new Promise((resolve) => setImmediate(resolve));
      since = elapsed();
    }
    known = fresh;
  };
  return {
    async find(notes, desk, patience) {
      if (looking?.notes !== notes) {
        const before = looking?.done ?? Promise.resolve();
        const done = before.catch(() => undefined).then(() => look(notes, desk));
        const begun = { notes, done };
        looking = begun;
        done.catch(() => {
          if (looking === begun) looking = null;
        });
      }
      await Promise.race([looking.done, wait(patience)]);
      const pairs = [...known.values()].flatMap(({ found }) => found);
      return [...new Map(pairs.map((pair) => [pair.notes.join(' '), pair])).values()];
    },
  };
}

/** By matter and place; a note of several sites is in several groups. One alone contradicts nobody. */
function groupNotes(notes: readonly Note[]): [string, Note[]][] {
  const groups = new Map<string, Note[]>();
  for (const note of notes) {
    if (note.status !== 'published') continue;
    const kinds = note.siteKinds.length > 0 ? note.siteKinds.map((kind) => `kind ${kind}`) : ['everyone'];
    const places = note.sites.length > 0 ? note.sites.map((site) => `site ${site}`) : kinds;
    for (const place of places) {
      const key = `${place} ${note.category} ${note.audience}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [note]);
      else group.push(note);
    }
  }
  return [...groups].filter(([, group]) => group.length > 1);
}

function isAlike(before: readonly Note[], now: readonly Note[]): boolean {
  return before.length === now.length && before.every((note, index) => note === now[index]);
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
