import { z } from 'zod';
import type { Contact, ContactStore } from '#bot/handoff/stores.ts';
import { ConversationAddress } from '#bot/reply/address.ts';
import type { Queryable } from './database.ts';
import { rowOf } from './rows.ts';
import { toJson } from './to-json.ts';

export const ContactRow: z.ZodType<Contact> = z
  .object({
    upn: z.string(),
    aad_object_id: z.string().nullable(),
    reachable: z.boolean(),
    data: ConversationAddress.extend({ locale: z.string().nullable() }),
  })
  .transform(({ upn, aad_object_id, reachable, data }) => ({
    ...data,
    upn,
    aadObjectId: aad_object_id,
    reachable,
  }));

export function createContactStore(client: Queryable): ContactStore {
  return {
    async save({ upn, aadObjectId, reachable, ...data }) {
      await client.query(
        `insert into contacts (upn, aad_object_id, reachable, data) values ($1, $2, $3, $4)
         on conflict (upn) do update set aad_object_id = excluded.aad_object_id,
           reachable = excluded.reachable, data = excluded.data`,
        [upn, aadObjectId, reachable, toJson(data)],
      );
    },
    get: (upn) => rowOf(ContactRow, client, 'select * from contacts where upn = $1', [upn]),
    async markUnreachable(upn) {
      await client.query('update contacts set reachable = false where upn = $1', [upn]);
    },
  };
}
