import { create, insertMultiple, search } from '@orama/orama';
import { type Engine, partsOf } from '../engine.ts';
import { stemmer } from './minisearch.ts';

/** With the same stemmer and stop words as MiniSearch: its own come in a package apart. */
export const orama: Engine = {
  name: 'Orama, Snowball',
  async index(notes, language) {
    const stem = stemmer(language);
    const tokenize = (raw: string) => {
      const words = raw.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      return [...new Set(words.map(stem).filter((term) => term !== null))];
    };
    const database = create({
      schema: { title: 'string', symptoms: 'string', text: 'string' } as const,
      components: {
        tokenizer: { language: 'english', normalizationCache: new Map(), tokenize },
      },
    });
    await insertMultiple(database, notes.map(partsOf), 1000);
    return {
      async search(term) {
        const found = await search(database, { term, limit: 10, threshold: 1 });
        return found.hits.map(({ id }) => id);
      },
    };
  },
};
