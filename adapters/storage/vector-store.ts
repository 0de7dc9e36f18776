import { z } from 'zod';
import type { VectorStore } from '../language-model/vector-store.ts';
import type { Queryable } from './database.ts';
import { rowsOf } from './rows.ts';

const Row = z.object({ hash: z.string(), vector: z.instanceof(Uint8Array) });
/** Rows per statement: a vector may take some kilobytes. */
const batchSize = 1_000;

/** Vectors as the bytes of their 32-bit numbers, little-endian: the same on every engine, with no extension. */
export function createVectorStore(database: Queryable): VectorStore {
  return {
    async load(model) {
      const vectors = new Map<string, Float32Array>();
      for (let after = ''; ; ) {
        const rows = await rowsOf(
          Row,
          database,
          'select hash, vector from note_vectors where model = $1 and hash > $2 order by hash limit $3',
          [model, after, batchSize],
        );
        for (const { hash, vector } of rows) vectors.set(hash, fromBytes(vector));
        const last = rows.at(-1);
        if (last === undefined || rows.length < batchSize) return vectors;
        after = last.hash;
      }
    },
    async save(model, vectors) {
      const entries = [...vectors];
      await database.query(
        `insert into note_vectors (model, hash, vector) select $1, * from unnest($2::text[], $3::bytea[])
         on conflict (model, hash) do update set vector = excluded.vector`,
        [model, entries.map(([hash]) => hash), entries.map(([, vector]) => toBytes(vector))],
      );
    },
    async keepOnly(model, hashes) {
      await database.query(
        'delete from note_vectors where model <> $1 or hash not in (select unnest($2::text[]))',
        [model, [...hashes]],
      );
    },
  };
}

function toBytes(vector: Float32Array): Buffer {
  const bytes = Buffer.alloc(vector.length * 4);
  for (const [place, number] of vector.entries()) bytes.writeFloatLE(number, place * 4);
  return bytes;
}

function fromBytes(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.byteLength >> 2 }, (_, place) => view.getFloat32(place * 4, true));
}
