import type { NoteToWrite } from '#bot/web/api/contract/insights-contract.ts';
import type { NewNoteSeed } from '#bot/web/api/contract/work-contract.ts';
import { emptyContent } from '../../../parts/start-note.ts';

/** Where the form of a note begins that nobody has written: what was asked becomes its symptoms. */
export function seedOf({ title, siteId, category, wordings }: NoteToWrite): NewNoteSeed {
  return {
    folder: siteId ?? '_shared',
    content: {
      ...emptyContent,
      title,
      category: category ?? emptyContent.category,
      sites: siteId === null ? [] : [siteId],
      symptoms: [...wordings],
    },
  };
}
