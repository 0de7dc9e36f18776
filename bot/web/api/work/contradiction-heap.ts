import { createHash } from 'node:crypto';
import { NotFound } from '#bot/errors.ts';
import { workWords } from '#bot/i18n/api-work.ts';
import type { Note } from '#knowledge/note.ts';
import { createContradictionWatch } from '#knowledge/review/contradiction-watch.ts';
import type { Contradiction } from '#knowledge/review/find-contradictions.ts';
import type { Reader } from '../notes/note-detail.ts';
import { decisionOf, defineHeap, type Heap, toItemId } from './heap.ts';
import type { Summaries } from './summaries.ts';
import type { WorkPorts } from './work-ports.ts';

type Pair = Contradiction & {
  readonly id: string;
  /** The pair and what they say: when one of them changes, an old decision is of another pair. */
  readonly key: string;
  readonly both: readonly [Note, Note];
};

/** Milliseconds that a reader waits for what is not looked at yet. */
const patience = 300;

/** Pairs of notes that tell one reader different things. */
export function createContradictionHeap({ work }: WorkPorts, summaries: Summaries): Heap {
  const watch = createContradictionWatch();
  const find = async (reader: Reader): Promise<Pair[]> => {
    const { notes, desk } = reader.loaded;
    const [found, decided] = await Promise.all([
      watch.find(notes.all(), desk, patience),
      work.decisions('contradictions', reader.now),
    ]);
    return found.flatMap((one) => toPair(one, reader)).filter(({ key }) => !decided.has(key));
  };
  return defineHeap<Pair>({
    kind: 'contradictions',
    find,
    async show(pairs, reader) {
      const summarise = await summaries.forReader(reader);
      const { differs } = workWords(reader.language);
      return pairs.map(({ id, both, why }) => ({
        kind: 'contradictions',
        id,
        notes: [summarise(both[0]), summarise(both[1])],
        why: why.map(({ kind, of, values }) => differs[kind](of, values[0], values[1])).join(' '),
      }));
    },
    async decide(deciding, reader) {
      const pair = (await find(reader)).find(({ id }) => id === deciding.id);
      if (pair === undefined) throw new NotFound(`no contradiction ${deciding.id}`);
      await work.decide(decisionOf('contradictions', { ...deciding, id: pair.key }, reader));
      return pair.both[0].id;
    },
  });
}

/** None when the reader may not see both, or change neither. */
function toPair(found: Contradiction, { loaded, rights }: Reader): Pair[] {
  const [one, other] = found.notes.map((id) => loaded.notes.get(id));
  if (!one || !other || !rights.mayRead(one) || !rights.mayRead(other)) return [];
  if (!rights.mayEdit(one) && !rights.mayEdit(other)) return [];
  const id = [one, other].map((note) => toItemId(note.id)).join('~~');
  return [{ ...found, id, key: `${id}#${fingerprint(one, other)}`, both: [one, other] }];
}

function fingerprint(...notes: readonly Note[]): string {
  const said = notes.map(({ title, symptoms, body, handledBy }) => [title, symptoms, body, handledBy]);
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 16);
}
