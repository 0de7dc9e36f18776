import { kindTexts } from '#bot/i18n/tab-kinds.ts';
import { notesTexts } from '#bot/i18n/tab-notes.ts';
import type { FieldChange } from '#bot/web/api/contract/note-contract.ts';
import { dateInWords, momentInWords } from '../../parts/when.ts';
import { useTab, useWords } from '../../shell/tab-context.ts';
import { useSiteName } from './sites-context.ts';

/** A field's value as people read it: a list for what is a list, else text. The server's values may be anything. */
export function useValueInWords(): (
  field: FieldChange['field'],
  value: unknown,
) => string | readonly string[] {
  const { language, me } = useTab();
  const words = useWords(notesTexts);
  const kinds = useWords(kindTexts);
  const siteName = useSiteName();
  const names: Readonly<Partial<Record<FieldChange['field'], Readonly<Record<string, string>>>>> = {
    category: kinds.category,
    siteKinds: kinds.siteKind,
    audience: words.audiences,
    confidence: words.confidences,
    status: words.statuses,
    handledBy: words.handledBy,
  };
  return (field, value) => {
    const one = (part: unknown) => {
      const text = part === null || part === undefined ? '' : String(part);
      if (field === 'sites') return siteName(text);
      if (field === 'reviewBy' || field === 'lastVerified') return dateInWords(text, language);
      if (field === 'validFrom' || field === 'validTo')
        return text === '' ? '' : momentInWords(text, language, me.timezone);
      return names[field]?.[text] ?? text;
    };
    return Array.isArray(value) ? value.map(one) : one(value);
  };
}
