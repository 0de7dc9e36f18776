import { unlistedPerson } from '#bot/desk/person.ts';
import { type LabelledRequest, listOf } from '#bot/insights/evaluation/expectation.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import { settledReasons } from '#bot/triage/decide.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { hear } from '#bot/triage/hear.ts';
import { type NoteStanding, standingsOf } from '#bot/triage/judge-notes.ts';
import { lookFrom } from '#bot/triage/look-from.ts';
import { createTriage } from '#bot/triage/triage.ts';
import type { Triage, TriageRequest } from '#bot/triage/triage-result.ts';
import { readLabelledDesk } from './labelled-desk.ts';
import type { Asked } from './reliability.ts';

export const noteStandingNames = [
  'score',
  'lead',
  'matchedSymptom',
  'aboutness',
  'held',
  'otherNamed',
  'own',
  'sameCategory',
  'likelyKind',
  'solvable',
  'first',
  'settled',
  'notIt',
] as const satisfies readonly (keyof NoteStanding)[];

/**
 * The first three notes of every request of a labelled desk, as triage judges them. One is right when the label
 * names it: where the label names none, none is. Left out: requests that ask back, whose notes nobody has judged.
 */
export async function triageDesk(place: string): Promise<Asked[]> {
  const { set, loaded, requests } = await readLabelledDesk(place);
  const triage = createTriage({ chooseResponsible });
  return requests.flatMap((labelled): Asked[] => {
    const { expect } = labelled;
    if (expect.decision === 'ask' && expect.note === undefined) return [];
    const request = toRequest(labelled, loaded);
    const result = triage(request, loaded, new Map());
    if (result.intent !== 'report') return [];
    const claims = standings(request, result, loaded).map(({ id, standing }) => ({
      features: noteStandingNames.map((name) => standing[name]),
      right: listOf(expect.note).includes(id),
    }));
    return [{ set, claims: claims.slice(0, 3) }];
  });
}

function toRequest({ from, at, site, text }: LabelledRequest, { desk }: LoadedDesk): TriageRequest {
  const person =
    desk.people.get(from) ??
    unlistedPerson({ upn: from, aadObjectId: null, name: from.split('@')[0] ?? from });
  return { text, from: person, at: new Date(at), siteId: site ?? null, shownNoteIds: [] };
}

function standings(request: TriageRequest, result: Triage, loaded: LoadedDesk) {
  const { language, site, decision, reasons } = result;
  const foreign = language !== null && language !== 'sv' && language !== 'en';
  const { notes, category, words, wording } = lookFrom(
    { request, heard: hear(result.text, foreign), language, loaded },
    site.id,
  );
  const settled = reasons.some(({ key }) => settledReasons.has(key));
  const judged = standingsOf(
    notes,
    { category: category.id, words, wording },
    { settled, notIt: decision === 'not-it' },
  );
  return notes.flatMap(({ note }, place) => {
    const standing = judged[place];
    return standing === undefined ? [] : [{ id: note.id, standing }];
  });
}
