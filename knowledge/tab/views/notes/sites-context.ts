import { createContext, useContext } from 'react';
import { notesTexts } from '#bot/i18n/tab-notes.ts';
import type { SiteBranch } from '#bot/web/api/contract/common-contract.ts';
import { useWords } from '../../shell/tab-context.ts';

/** The sites of the desk, fetched once for all views of notes. */
export const SitesContext = createContext<readonly SiteBranch[]>([]);

export const sharedFolder = '_shared';

export function useSites(): readonly SiteBranch[] {
  return useContext(SitesContext);
}

/** A site's name by its id; a site that is gone keeps its id. */
export function useSiteName(): (id: string) => string {
  const sites = useSites();
  const words = useWords(notesTexts);
  return (id) => {
    if (id === sharedFolder) return words.shared;
    return sites.find((site) => site.id === id)?.name ?? id;
  };
}
