import { z } from 'zod';
import type { AttachmentStore, StoredAttachment } from '#bot/handoff/stores.ts';
import type { Queryable } from './database.ts';
import { rowOf } from './rows.ts';

const AttachmentRow: z.ZodType<StoredAttachment> = z
  .object({
    id: z.string(),
    at: z.date(),
    name: z.string(),
    content_type: z.string(),
    bytes: z.instanceof(Uint8Array),
  })
  .transform(({ content_type, ...rest }) => ({ ...rest, contentType: content_type }));

export function createAttachmentStore(client: Queryable): AttachmentStore {
  return {
    async add({ id, at, name, contentType, bytes }) {
      // A message that is delivered twice brings the same file twice.
      await client.query(
        `insert into attachments (id, at, name, content_type, size, bytes) values ($1, $2, $3, $4, $5, $6)
         on conflict (id) do nothing`,
        [id, at, name, contentType, bytes.byteLength, bytes],
      );
    },
    get: (id) => rowOf(AttachmentRow, client, 'select * from attachments where id = $1', [id]),
  };
}
