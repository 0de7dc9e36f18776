import { exchangeWords } from '#bot/i18n/api-exchange.ts';
import { sharedFolder } from '#knowledge/note.ts';
import { FaultyInput } from '../api-errors.ts';
import type { ImportNotes } from '../contract/exchange-contract.ts';
import { checkNote } from '../notes/check-note.ts';
import { createNote } from '../notes/create-note.ts';
import type { Reader } from '../notes/note-detail.ts';
import type { NotePorts } from '../notes/note-ports.ts';

type Wanted = ImportNotes['notes'][number];

/**
 * Stores them as drafts, in order. All are looked at before the first is stored.
 * @returns their ids. @throws FaultyInput with the place of each note that cannot be.
 */
export async function importNotes(
  notes: readonly Wanted[],
  reader: Reader,
  ports: NotePorts,
): Promise<string[]> {
  const faults = notes.flatMap((note, index) =>
    faultsOf(note, reader).map(({ path, message }) => ({
      path: ['notes', index, path].filter((part) => part !== '').join('.'),
      message,
    })),
  );
  if (faults.length > 0) throw new FaultyInput(faults);
  const ids: string[] = [];
  for (const { folder, content } of notes) {
    ids.push((await createNote({ folder, name: null, content }, reader, ports)).note.id);
  }
  return ids;
}

function faultsOf({ folder, content }: Wanted, reader: Reader): { path: string; message: string }[] {
  const { loaded, language, rights } = reader;
  const words = exchangeWords(language);
  if (folder !== sharedFolder && !loaded.desk.sites.has(folder)) {
    return [{ path: 'folder', message: words.noSuchFolder(folder) }];
  }
  if (!rights.mayEditFolder(folder)) return [{ path: 'folder', message: words.notYourSite(folder) }];
  return checkNote({ folder, content, isDraft: true }, loaded.desk, language)
    .filter(({ level }) => level === 'error')
    .map(({ field, message }) => ({ path: `content.${field ?? ''}`.replace(/\.$/, ''), message }));
}
