import type { ImportPreview } from '#bot/web/api/contract/exchange-contract.ts';

export type FoundNote = ImportPreview['notes'][number];
export type NoteToImport = Pick<FoundNote, 'folder' | 'content'>;

/** A found note while the editor looks through them. */
export type ChosenNote = FoundNote & { readonly chosen: boolean };

/** The server takes this many at a time. */
const mostAtOnce = 500;

export const hasError = (note: FoundNote): boolean => note.faults.some(({ level }) => level === 'error');

/** To begin with all are chosen but those with a fault and those that say what a note says already. */
export function beginChoice(preview: ImportPreview): ChosenNote[] {
  return preview.notes.map((note) => ({ ...note, chosen: !hasError(note) && note.like === null }));
}

export function choose(notes: readonly ChosenNote[], key: string, chosen: boolean): ChosenNote[] {
  return notes.map((note) => (note.key === key ? { ...note, chosen } : note));
}

/** All at once; those with a fault stay out until it is mended. */
export function chooseAll(notes: readonly ChosenNote[], chosen: boolean): ChosenNote[] {
  return notes.map((note) => ({ ...note, chosen: chosen && !hasError(note) }));
}

/** Another title. A fault of the title is mended by a new one: the server looks again when the note is made. */
export function retitle(notes: readonly ChosenNote[], key: string, title: string): ChosenNote[] {
  return notes.map((note) =>
    note.key === key
      ? { ...note, content: { ...note.content, title }, faults: withoutFaultOf(note, 'title', title !== '') }
      : note,
  );
}

/** Another folder, and the sites of the note with it: those of the folder it leaves are replaced. */
export function moveTo(notes: readonly ChosenNote[], key: string, folder: string): ChosenNote[] {
  return notes.map((note) => {
    if (note.key !== key) return note;
    const sites = folder === '_shared' ? [] : [folder];
    return {
      ...note,
      folder,
      content: { ...note.content, sites },
      faults: withoutFaultOf(note, 'sites', true),
    };
  });
}

function withoutFaultOf(note: ChosenNote, field: 'title' | 'sites', isMended: boolean): FoundNote['faults'] {
  return isMended ? note.faults.filter((fault) => fault.field !== field) : note.faults;
}

/** What is sent: the chosen ones, as many at a time as the server takes. */
export function batchesOf(notes: readonly ChosenNote[]): NoteToImport[][] {
  const wanted = notes
    .filter(({ chosen }) => chosen)
    .map(({ folder, content }) => ({ folder, content: { ...content, title: content.title.trim() } }));
  const count = Math.ceil(wanted.length / mostAtOnce);
  return Array.from({ length: count }, (_, index) =>
    wanted.slice(index * mostAtOnce, (index + 1) * mostAtOnce),
  );
}

/** Why the chosen ones cannot be sent as they are. */
export function keysInTheWay(notes: readonly ChosenNote[]): string[] {
  return notes
    .filter((note) => note.chosen && (note.content.title.trim() === '' || hasError(note)))
    .map(({ key }) => key);
}
