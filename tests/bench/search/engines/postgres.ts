import { PGlite } from '@electric-sql/pglite';
import { type Engine, partsOf } from '../engine.ts';

/** Any of the question's words, ranked by ts_rank: what a database offers by itself. */
export const postgres: Engine = {
  name: 'Postgres ts_rank',
  async index(notes, language) {
    const database = await PGlite.create();
    const config = language === 'sv' ? 'swedish' : 'english';
    await database.exec('create table notes (id text primary key, words tsvector)');
    for (let at = 0; at < notes.length; at += 500) {
      const rows = JSON.stringify(notes.slice(at, at + 500).map(partsOf));
      await database.query(
        `insert into notes select n->>'id', to_tsvector('${config}', concat_ws(' ', n->>'title', n->>'symptoms', n->>'text'))
         from jsonb_array_elements($1::jsonb) n`,
        [rows],
      );
    }
    await database.exec('create index on notes using gin (words)');
    return {
      async search(text) {
        const { rows } = await database.query<{ id: string }>(
          `with asked as (select replace(plainto_tsquery('${config}', $1)::text, '&', '|')::tsquery as q)
           select id from notes, asked where words @@ q order by ts_rank(words, q) desc, id limit 10`,
          [text],
        );
        return rows.map(({ id }) => id);
      },
      close: () => database.close(),
    };
  },
};
