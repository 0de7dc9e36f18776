import type { NoteDetail, NoteSummary } from '#bot/web/api/contract/note-contract.ts';
import { mayEdit, type Person, people } from './desk-data.ts';
import type { HeldNote } from './note-data.ts';

export const folderOf = (id: string) => id.split('/')[0] ?? '';
const nameOf = (upn: string | null) => people.find((person) => person.upn === upn)?.name ?? null;

export function toSummary(note: HeldNote, reader: Person): NoteSummary {
  const { content } = note;
  return {
    id: note.id,
    title: content.title,
    category: content.category,
    sites: content.sites,
    siteKinds: content.siteKinds,
    audience: content.audience,
    status: note.status,
    confidence: content.confidence,
    owner: content.owner,
    ownerName: nameOf(content.owner),
    lastVerified: note.lastVerified,
    reviewBy: content.reviewBy,
    stale: note.stale,
    answers: note.answers,
    mayEdit: mayEdit(reader, folderOf(note.id)),
    hasDraft: note.drafts.has(reader.upn),
  };
}

export function toDetail(note: HeldNote, reader: Person): NoteDetail {
  const others = [...note.drafts].filter(([upn]) => upn !== reader.upn);
  const may = mayEdit(reader, folderOf(note.id));
  return {
    id: note.id,
    version: note.version,
    status: note.status,
    content: note.content,
    lastVerified: note.lastVerified,
    verifications:
      note.lastVerified === null
        ? []
        : [
            {
              date: note.lastVerified,
              byUpn: 'karin.lind@ekbacken.example',
              byName: 'Karin Lind',
              way: 'visit',
            },
          ],
    stale: note.stale,
    outcomes: { shown: note.answers + 12, solved: 9, notSolved: 2 },
    mayEdit: may,
    mayPublish: may,
    draft: note.drafts.get(reader.upn) ?? null,
    alsoEditing: others.map(([upn, { at }]) => ({ upn, name: nameOf(upn) ?? upn, at })),
  };
}
