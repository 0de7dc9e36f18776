import { z } from 'zod';
import type { ImageStore, StoredImage } from '#knowledge/review/image-store.ts';
import type { Queryable } from './database.ts';
import { rowOf, rowsOf } from './rows.ts';

const bytes = z.instanceof(Uint8Array);
const Image: z.ZodType<StoredImage> = z.object({ name: z.string(), type: z.string(), bytes });

/** See ImageStore. */
export function createImageStore(client: Queryable): ImageStore {
  return {
    async add(image) {
      await client.query(
        `insert into note_images (name, type, bytes, at, by_upn) values ($1, $2, $3, $4, $5)
         on conflict (name) do nothing`,
        [image.name, image.type, image.bytes, image.at, image.byUpn],
      );
    },
    get: (name) => rowOf(Image, client, 'select name, type, bytes from note_images where name = $1', [name]),
    async missing(names) {
      const rows = await rowsOf(
        z.object({ name: z.string() }),
        client,
        'select name from note_images where name = any($1)',
        [names],
      );
      const known = new Set(rows.map(({ name }) => name));
      return names.filter((name) => !known.has(name));
    },
    async linkKey(proposed) {
      await client.query(
        `insert into signing_keys (name, value) values ('image-links', $1) on conflict (name) do nothing`,
        [proposed],
      );
      const row = await rowOf(
        z.object({ value: bytes }),
        client,
        `select value from signing_keys where name = 'image-links'`,
      );
      return row?.value ?? proposed;
    },
  };
}
