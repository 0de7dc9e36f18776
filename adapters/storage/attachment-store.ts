import { z } from 'zod';
import type { AttachmentStore, StoredAttachment } from '#bot/handoff/stores.ts';
import { maskSecrets } from '#bot/triage/mask-secrets.ts';
import { isOpen } from './case-store.ts';
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

/** Wherever in a case a file is named: its own packet, those of others who reported it, what was said later. */
const forgetting = `delete from attachments where at < $1 and not exists (
    select from cases, jsonb_path_query(data, '$.**.attachments[*].id') as named (id)
    where (${isOpen} or updated_at >= $1) and named.id #>> '{}' = attachments.id)`;

export function createAttachmentStore(client: Queryable): AttachmentStore {
  return {
    async add({ id, at, name, contentType, bytes }) {
      // A message that is delivered twice brings the same file twice.
      await client.query(
        `insert into attachments (id, at, name, content_type, size, bytes) values ($1, $2, $3, $4, $5, $6)
         on conflict (id) do nothing`,
        [id, at, maskSecrets(name).text, contentType, bytes.byteLength, bytes],
      );
    },
    async forget(before) {
      const { rowCount } = await client.query(forgetting, [before]);
      return rowCount;
    },
    get: (id) => rowOf(AttachmentRow, client, 'select * from attachments where id = $1', [id]),
  };
}
