import { tabWorkTexts } from '#bot/i18n/tab-work.ts';
import { dateInWords } from '#bot/i18n/when.ts';
import type { NoteSummary } from '#bot/web/api/contract/note-contract.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';

/** Dates as the reader says them. */
export function useDates(): (date: string) => string {
  const { language, me } = useTab();
  return (date) => dateInWords(date, { language, timezone: me.timezone, now: null });
}

/** Whose note it is and when it was last true. */
export function useNoteFacts(): (note: NoteSummary) => string[] {
  const words = useWords(tabWorkTexts);
  const inWords = useDates();
  return (note) => [
    ...(note.audience === 'technician' ? [words.forTechnicians] : []),
    note.ownerName === null ? words.noOwner : words.owner(note.ownerName),
    note.lastVerified === null ? words.neverVerified : words.verified(inWords(note.lastVerified)),
  ];
}
