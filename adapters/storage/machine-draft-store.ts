import { z } from 'zod';
import type { MachineDraftStore } from '#bot/model/machine-drafts.ts';
import type { Queryable } from './database.ts';
import { rowsOf } from './rows.ts';

const words = z.array(z.string());
const Row = z.object({
  item_id: z.string(),
  model: z.string(),
  prompt: z.string(),
  title: z.string(),
  symptoms: words,
  steps: words,
});

/** See MachineDraftStore. */
export function createMachineDraftStore(client: Queryable): MachineDraftStore {
  return {
    async get(kind, itemIds) {
      if (itemIds.length === 0) return new Map();
      const rows = await rowsOf(
        Row,
        client,
        `select item_id, model, prompt, title, symptoms, steps from machine_drafts
         where kind = $1 and item_id = any($2)`,
        [kind, itemIds],
      );
      return new Map(
        rows.map(({ item_id, model, prompt, ...draft }) => [item_id, { ...draft, by: { model, prompt } }]),
      );
    },
    async keep(kind, itemId, { title, symptoms, steps, by }, at) {
      await client.query(
        `insert into machine_drafts (kind, item_id, at, model, prompt, title, symptoms, steps)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (kind, item_id) do nothing`,
        [kind, itemId, at, by.model, by.prompt, title, JSON.stringify(symptoms), JSON.stringify(steps)],
      );
    },
  };
}
