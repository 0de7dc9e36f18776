import MiniSearch from 'minisearch';
import snowball from 'snowball-stemmers';
import { englishStopWords, swedishStopWords } from '#knowledge/search/analyse/stop-words.ts';
import { fold } from '#knowledge/search/analyse/words.ts';
import { type Engine, partsOf } from '../engine.ts';

type Settings = { readonly stem: boolean; readonly fuzzy: number | false };

export const miniSearch = createEngine('MiniSearch', { stem: false, fuzzy: false });
export const miniSearchStemmed = createEngine('MiniSearch, Snowball', { stem: true, fuzzy: false });
export const miniSearchFuzzy = createEngine('MiniSearch, fuzzy', { stem: false, fuzzy: 0.2 });

function createEngine(name: string, { stem, fuzzy }: Settings): Engine {
  return {
    name,
    index(notes, language) {
      const processing = stem ? { processTerm: stemmer(language) } : {};
      const search = new MiniSearch({ fields: ['title', 'symptoms', 'text'], ...processing });
      search.addAll(notes.map(partsOf));
      return {
        search: (text) =>
          search
            .search(text, { fuzzy })
            .slice(0, 10)
            .map(({ id }) => String(id)),
      };
    },
  };
}

export function stemmer(language: 'sv' | 'en'): (term: string) => string | null {
  const { stem } = snowball.newStemmer(language === 'sv' ? 'swedish' : 'english');
  const empty = language === 'sv' ? swedishStopWords : englishStopWords;
  return (term) => {
    const lower = term.toLowerCase();
    return empty.has(fold(lower)) ? null : stem(lower);
  };
}
