import type { Desk } from '#bot/desk/desk.ts';
import { deskWords } from '#bot/i18n/api-desk.ts';
import { reasonInWords } from '#bot/i18n/reason-in-words.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import type { ChooseResponsible, Responsible } from '#bot/triage/responsible.ts';
import type { PastCase } from '#knowledge/review/work-store.ts';
import type { NoteSearch } from '#knowledge/search/note-search.ts';
import type { MatrixRow, MatrixTrial } from '../contract/desk-contract.ts';

const mostShown = 100;

/**
 * What would be different for those cases if the matrix were this: each is given to somebody as it would be at the
 * time it came, by today's desk and then by the same with the other matrix. Nobody's load is counted.
 */
export function replayMatrix(
  rows: readonly MatrixRow[],
  cases: readonly PastCase[],
  { desk, notes }: { readonly desk: Desk; readonly notes: Pick<NoteSearch, 'get'> },
  chooseResponsible: ChooseResponsible,
  language: ReplyLanguage,
): MatrixTrial {
  const changed = { ...desk, settings: { ...desk.settings, responsibility: rows } };
  const differing = cases.flatMap((item) => {
    const question = questionOf(item, notes);
    const before = chooseResponsible(desk, question);
    const after = chooseResponsible(changed, question);
    if (before?.kind === after?.kind && before?.id === after?.id) return [];
    return [
      {
        caseNumber: item.number,
        title: item.title,
        siteName: item.siteId === null ? null : (desk.sites.get(item.siteId)?.name ?? item.siteId),
        before: nameOf(before, desk, language),
        after: nameOf(after, desk, language),
        reason: (after?.reasons ?? []).map((reason) => reasonInWords(reason, language)).join('; '),
      },
    ];
  });
  return { cases: cases.length, changed: differing.slice(0, mostShown) };
}

function questionOf(item: PastCase, notes: Pick<NoteSearch, 'get'>) {
  const { category, siteId, level, createdAt } = item;
  const noteHandledBy = item.notesShown.map((id) => notes.get(id)?.handledBy ?? null).find(Boolean) ?? null;
  return { category, siteId, level, at: createdAt, noteHandledBy, openCases: new Map<string, number>() };
}

function nameOf(party: Responsible | null, desk: Desk, language: ReplyLanguage): string {
  if (party === null) return deskWords(language).nobody;
  const name =
    party.kind === 'contractor'
      ? desk.settings.contractors.find(({ id }) => id === party.id)?.name
      : desk.people.get(party.id)?.name;
  return name ?? party.id;
}
