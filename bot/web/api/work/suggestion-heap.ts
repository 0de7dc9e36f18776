import { InvalidInput, NotFound } from '#bot/errors.ts';
import type { Note } from '#knowledge/note.ts';
import type { SymptomSuggestion } from '#knowledge/note-suggestion.ts';
import { Conflict } from '../api-errors.ts';
import type { Reader } from '../notes/note-detail.ts';
import { decisionOf, defineHeap, type Heap } from './heap.ts';
import { editable } from './note-heaps.ts';
import type { Summaries } from './summaries.ts';
import type { WorkPorts } from './work-ports.ts';

type Entry = { readonly suggestion: SymptomSuggestion; readonly note: Note };

const mostLooked = 2_000;

/** What people asked of notes that then helped them: to be taken as symptoms, or left. */
export function createSuggestionHeap({ work, suggestions }: WorkPorts, summaries: Summaries): Heap {
  const find = async (reader: Reader): Promise<Entry[]> => {
    const [open, later] = await Promise.all([
      suggestions.list({ status: 'open', limit: mostLooked }),
      work.decisions('suggestions', reader.now),
    ]);
    return open.flatMap((suggestion) => {
      const note = reader.loaded.notes.get(suggestion.noteId);
      const isTheirs = note !== null && note.status !== 'archived' && reader.rights.mayEdit(note);
      return isTheirs && !later.has(suggestion.id) ? [{ suggestion, note }] : [];
    });
  };
  return defineHeap<Entry>({
    kind: 'suggestions',
    find,
    async show(entries, reader) {
      const summarise = await summaries.forReader(reader);
      return entries.map(({ suggestion, note }) => ({
        kind: 'suggestions',
        id: suggestion.id,
        note: summarise(note),
        wording: suggestion.wording,
        count: suggestion.count,
        lastAt: suggestion.lastAt.toISOString(),
      }));
    },
    async decide(deciding, reader) {
      const { id, decision, wording } = deciding;
      const open = await suggestions.list({ status: 'open', limit: mostLooked });
      const suggestion = open.find((one) => one.id === id);
      if (suggestion === undefined) throw new NotFound(`no open suggestion ${id}`);
      editable(suggestion.noteId, reader);
      const by = { id, byUpn: reader.person.upn, at: reader.now };
      if (decision === 'later') await work.decide(decisionOf('suggestions', deciding, reader));
      else if (decision === 'accept') await asDecided(suggestions.accept({ ...by, wording }));
      else await asDecided(suggestions.refuse(by));
      return suggestion.noteId;
    },
  });
}

/** Somebody else was first. */
async function asDecided(deciding: Promise<SymptomSuggestion>): Promise<void> {
  try {
    await deciding;
  } catch (error) {
    throw error instanceof InvalidInput ? new Conflict() : error;
  }
}
