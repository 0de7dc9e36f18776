import { lazy, useRef } from 'react';
import './notes.css';
import { notesTexts } from '#bot/i18n/tab-notes.ts';
import type { SiteBranch } from '#bot/web/api/contract/common-contract.ts';
import { Loading } from '../../parts/loading.tsx';
import { useRoute } from '../../shell/router.ts';
import { useTab, useWords } from '../../shell/tab-context.ts';
import { useLoad } from '../../shell/use-load.ts';
import { NotesList } from './list/notes-list.tsx';
import type { ListMemory } from './list/use-note-pages.ts';
import { SitesContext } from './sites-context.ts';

// The list is the first view; the rest, with Markdown and the form, comes when it is wanted.
const NotePage = lazy(async () => ({ default: (await import('./page/note-page.tsx')).NotePage }));
const HistoryView = lazy(async () => ({ default: (await import('./history/history-view.tsx')).HistoryView }));
const EditNote = lazy(async () => ({ default: (await import('./editor/edit-note.tsx')).EditNote }));
const NewNote = lazy(async () => ({ default: (await import('./editor/new-note.tsx')).NewNote }));

/** `#/notes`, `#/notes/new`, `#/notes/solrosen/skrivaren`, `…/edit`, `…/history`. */
export function NotesView() {
  const words = useWords(notesTexts);
  const { client } = useTab();
  const sites = useLoad('sites', (signal) => client.get<{ items: SiteBranch[] }>('/sites', { signal }));
  const memory = useRef<ListMemory>(null);
  return (
    <Loading of={sites} heading={words.title}>
      {({ items }) => (
        <SitesContext value={items}>
          <Place memory={memory} onNotesChanged={sites.reload} />
        </SitesContext>
      )}
    </Loading>
  );
}

type PlaceProps = { memory: { current: ListMemory | null }; onNotesChanged: () => void };

function Place({ memory, onNotesChanged }: PlaceProps) {
  const [, folder, name, page] = useRoute().parts;
  const forget = () => {
    memory.current = null;
    onNotesChanged();
  };
  if (folder === 'new') return <NewNote onSaved={forget} />;
  if (folder === undefined || name === undefined) return <NotesList memory={memory} />;
  const id = `${folder}/${name}`;
  if (page === 'edit') return <EditNote key={id} id={id} onSaved={forget} />;
  if (page === 'history') return <HistoryView key={id} id={id} onRestored={forget} />;
  return <NotePage key={id} id={id} onChanged={forget} />;
}
