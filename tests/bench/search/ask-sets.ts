import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readRetrievalSet, toNote } from '#bot/cli/eval-retrieval/retrieval-set.ts';
import { listOf } from '#bot/insights/evaluation/expectation.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import type { FoundNote } from '#knowledge/search/note-search.ts';
import { featuresOf, type StandingFeatures } from '#knowledge/search/rank/calibrate.ts';
import { readLabelledDesk } from './labelled-desk.ts';
import type { Asked } from './reliability.ts';

export const standingNames = [
  'score',
  'ahead',
  'behind',
] as const satisfies readonly (keyof StandingFeatures)[];

/** The search's first three for each question of the retrieval sets in a folder that some text answers. */
export async function askSets(folder: string): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const name of readdirSync(folder)) {
    const set = await readRetrievalSet(join(folder, name));
    const notes = set.documents.map((document) => toNote(document, { aliases: false }));
    const search = createNoteSearch(notes, { timezone: 'Europe/Stockholm' });
    for (const { id, text } of set.questions) {
      const right = set.right.get(id);
      if (right === undefined) continue;
      const found = search.search({ text, site: null, audience: 'staff', at: new Date(0), limit: 3 });
      asked.push({ set: name, claims: claimsOf(found, (note) => right.has(note.slice('_shared/'.length))) });
    }
  }
  return asked;
}

/** Likewise for a desk's requests whose label names a note. */
export async function askDesk(place: string): Promise<Asked[]> {
  const { set, loaded, requests } = await readLabelledDesk(place);
  const { desk, notes } = loaded;
  return requests
    .filter(({ expect }) => expect.note !== undefined)
    .map(({ from, at, text, expect }): Asked => {
      const technician = desk.people.get(from)?.roles.includes('technician') ?? false;
      const audience = technician ? ('technician' as const) : ('staff' as const);
      const site = desk.sites.get(expect.site ?? '') ?? null;
      const found = notes.search({ text, site, audience, at: new Date(at), limit: 3 });
      return { set, claims: claimsOf(found, (id) => listOf(expect.note).includes(id)) };
    });
}

function claimsOf(found: readonly FoundNote[], isRight: (id: string) => boolean): Asked['claims'] {
  return found.map(({ note, score }, place) => {
    const lead = score - (found[place === 0 ? 1 : 0]?.score ?? 0);
    const features = featuresOf({ score, lead });
    return { features: standingNames.map((name) => features[name]), right: isRight(note.id) };
  });
}
