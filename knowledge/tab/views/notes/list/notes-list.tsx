import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useEffect, useState } from 'react';
import './list.css';
import { notesTexts } from '#bot/i18n/tab-notes.ts';
import { SearchField } from '../../../parts/search-field.tsx';
import { ViewHeading } from '../../../parts/view-heading.tsx';
import { hashOf, navigate, useRoute } from '../../../shell/router.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { sharedFolder, useSiteName, useSites } from '../sites-context.ts';
import { KeptDrafts } from './kept-drafts.tsx';
import { NoteFilters } from './note-filters.tsx';
import { NoteRows } from './note-rows.tsx';
import { SiteSelect } from './site-select.tsx';
import { SiteTree } from './site-tree.tsx';
import type { ListMemory, NoteWish } from './use-note-pages.ts';

const pause = 180;

/** The tree of sites, the search, and the notes that fit. What is asked for stands in the address. */
export function NotesList({ memory }: { memory: { current: ListMemory | null } }) {
  const words = useWords(notesTexts);
  const { me } = useTab();
  const [wish, ask] = useWish();
  const siteName = useSiteName();
  const sites = useSites();
  const heading = wish.site === '' ? words.everywhere : siteName(wish.site);
  const mayWrite =
    me.edits && (wish.site === '' || sites.some((site) => site.id === wish.site && site.mayEdit));
  return (
    <div className="notes">
      <SiteTree current={wish.site} onChoose={(site) => ask({ site })} />
      <div className="notes-found">
        <div className="notes-head">
          <ViewHeading>{heading}</ViewHeading>
          {mayWrite && (
            <Button
              as="a"
              href={hashOf('/notes/new', { folder: wish.site || null })}
              appearance="primary"
              icon={<AddRegular />}
            >
              {words.newNote}
            </Button>
          )}
        </div>
        <SiteSelect current={wish.site} onChoose={(site) => ask({ site })} />
        <Search value={wish.query} onSearch={(query) => ask({ query })} />
        <NoteFilters wish={wish} onChange={ask} />
        <KeptDrafts />
        <NoteRows wish={wish} memory={memory} showsSite={wish.site === '' || wish.site === sharedFolder} />
      </div>
    </div>
  );
}

/** What is typed is asked for after a short pause, so that a word costs one question. */
function Search({ value, onSearch }: { value: string; onSearch: (query: string) => void }) {
  const words = useWords(notesTexts);
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the pause anew
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onSearch(typed), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <search>
      <SearchField
        className="notes-search"
        size="large"
        label={words.search}
        value={typed}
        onChange={(_, { value: next }) => setTyped(next)}
      />
    </search>
  );
}

const names = ['query', 'site', 'category', 'status', 'audience'] as const;

function useWish(): [NoteWish, (change: Partial<NoteWish>) => void] {
  const { query } = useRoute();
  const wish = Object.fromEntries(names.map((name) => [name, query.get(name) ?? ''])) as NoteWish;
  return [wish, (change) => navigate(hashOf('/notes', { ...wish, ...change }), { replace: true })];
}
