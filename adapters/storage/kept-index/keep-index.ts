import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type StorableIndex, storableIndexOf } from '#knowledge/search/create-note-search.ts';
import type { NoteSearch } from '#knowledge/search/note-search.ts';
import type { StorageLog } from '../storage-log.ts';
import { readCodeMark } from './code-mark.ts';
import { readIndexFile, writeIndexFile } from './index-file.ts';

/** The finished index of a large desk's notes, kept over a restart in a file beside the data. */
export type KeptIndex = {
  /** What was kept, for the first search that is made; null from then on, and when nothing kept fits. */
  take(): Uint8Array | null;
  /** Writes the search's index a little later, if something was made anew that takes long. */
  follow(search: NoteSearch): void;
  /** When what was begun is written. */
  settled(): Promise<void>;
};

/** Milliseconds: whoever waits for the first answers has them before the index is written. */
const patience = 3_000;
const fileName = 'search-index';

/**
 * `folder` is made when it is missing. A file that cannot be read or written costs a slow start, no more. An index of a
 * desk that another database holds is no harm: the notes are compared one by one.
 */
export async function openKeptIndex(
  folder: string,
  log: StorageLog,
  wait: (run: () => void) => void = (run) => setTimeout(run, patience).unref(),
): Promise<KeptIndex> {
  const path = join(folder, fileName);
  const code = await readCodeMark();
  let kept = await readIndexFile(path, code);
  let written: StorableIndex['made'] = [];
  let writing: Promise<void> = Promise.resolve();
  const write = async (index: StorableIndex) => {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeIndexFile(path, code, index.bytes());
      log.info({ file: path }, 'The index of the notes is kept for the next start.');
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      log.warn(
        { file: path, reason },
        'The index of the notes could not be kept; the next start takes longer.',
      );
    }
  };
  return {
    take() {
      const taken = kept;
      kept = null;
      return taken;
    },
    follow(search) {
      const index = storableIndexOf(search);
      if (index === null || index.isStored || isSame(index.made, written)) return;
      written = index.made;
      writing = writing.then(() => new Promise<void>((done) => wait(() => void write(index).finally(done))));
    },
    settled: () => writing,
  };
}

function isSame(one: StorableIndex['made'], other: StorableIndex['made']): boolean {
  return one.length === other.length && one.every((made, place) => made === other[place]);
}
