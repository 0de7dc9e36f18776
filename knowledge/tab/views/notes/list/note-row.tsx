import { kindTexts } from '#bot/i18n/tab-kinds.ts';
import { notesTexts } from '#bot/i18n/tab-notes.ts';
import type { NoteSummary } from '#bot/web/api/contract/note-contract.ts';
import { hashOf } from '../../../shell/router.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { NoteBadges } from '../note-badges.tsx';
import { sharedFolder, useSiteName } from '../sites-context.ts';

/** One note of the list: the whole row is its link. */
export function NoteRow({ note, showsSite }: { note: NoteSummary; showsSite: boolean }) {
  const words = useWords(notesTexts);
  const where = useWhere();
  const { category } = useWords(kindTexts);
  const facts = [
    ...(showsSite ? [where(note)] : []),
    category[note.category],
    note.ownerName ?? note.owner ?? words.page.noOwner,
    ...(note.answers > 0 ? [words.answers(note.answers)] : []),
  ];
  return (
    <a className="note-row" href={hashOf(`/notes/${note.id}`)}>
      <span className="note-row-title">{note.title}</span>
      <NoteBadges {...note} />
      <span className="note-row-facts">{facts.join(' · ')}</span>
    </a>
  );
}

/** Where a note applies, short: one site's name, how many, kinds, or all. */
function useWhere(): (note: Pick<NoteSummary, 'id' | 'sites' | 'siteKinds'>) => string {
  const siteName = useSiteName();
  const words = useWords(notesTexts);
  const { siteKind } = useWords(kindTexts);
  return ({ id, sites, siteKinds }) => {
    const [first, ...more] = sites;
    if (first !== undefined)
      return more.length === 0 ? siteName(first) : `${siteName(first)} +${more.length}`;
    if (siteKinds.length > 0) return siteKinds.map((kind) => siteKind[kind]).join(', ');
    const folder = id.split('/')[0] ?? '';
    return folder === sharedFolder ? words.page.everySite : siteName(folder);
  };
}
