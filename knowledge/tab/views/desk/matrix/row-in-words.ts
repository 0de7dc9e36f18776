import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { capital, kindTexts } from '#bot/i18n/tab-kinds.ts';
import type { MatrixRow } from '#bot/web/api/contract/desk-contract.ts';
import { nameOfSite, useNamedSites } from '../../../parts/use-sites.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { isCatchAll } from './matrix-rows.ts';

type Contractors = readonly { readonly id: string; readonly name: string }[];

/** A row as a reader says it: "Nätverk och wifi · kontor" and "Stadens servicedesk". */
export function useRowWords(contractors: Contractors) {
  const words = useWords(tabDeskTexts).matrix;
  const kinds = useWords(kindTexts);
  const sites = useNamedSites();
  const when = (row: MatrixRow): string => {
    if (isCatchAll(row)) return words.anything;
    const parts = [
      row.category === null ? null : kinds.category[row.category],
      row.site === null ? null : nameOfSite(sites, row.site),
      row.siteKind === null ? null : kinds.siteKind[row.siteKind],
      row.area,
    ];
    return capital(parts.filter((part) => part !== null).join(' · '));
  };
  const to = (row: MatrixRow): string => {
    if (row.handledBy === 'local') return words.local;
    return contractors.find(({ id }) => id === row.contractor)?.name ?? row.contractor ?? words.noContractor;
  };
  return { when, to, whole: (row: MatrixRow) => `${when(row)} → ${to(row)}` };
}
