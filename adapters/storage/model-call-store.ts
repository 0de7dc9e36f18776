import { z } from 'zod';
import type { ModelCallStore } from '../language-model/model-call.ts';
import type { Queryable } from './database.ts';
import { rowsOf } from './rows.ts';

const Spent = z.object({ person: z.coerce.number(), today: z.coerce.number(), month: z.coerce.number() });
const Costs = z.object({ cases: z.coerce.number(), cost: z.coerce.number() });

/** The record of what the language model was asked. */
export function createModelCallStore(database: Queryable): ModelCallStore {
  return {
    async add(call) {
      await database.query(
        `insert into model_calls (id, at, purpose, model, prompt, upn, case_id, outcome, requests, tokens_in, tokens_out,
           cost, first_token_after, took, sent, answered)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
        [
          call.id,
          call.at,
          call.purpose,
          call.model,
          call.prompt,
          call.upn,
          call.caseId,
          call.outcome,
          call.requests,
          call.tokensIn,
          call.tokensOut,
          call.cost,
          call.firstTokenAfter,
          call.took,
          call.sent,
          call.answered,
        ],
      );
    },
    async spent({ upn, dayFrom, monthFrom }) {
      const [row] = await rowsOf(
        Spent,
        database,
        `select coalesce(sum(tokens_in + tokens_out) filter (where upn = $1 and at >= $2), 0) as person,
                coalesce(sum(tokens_in + tokens_out) filter (where at >= $2), 0) as today,
                coalesce(sum(tokens_in + tokens_out), 0) as month
         from model_calls where at >= $3`,
        [upn, dayFrom, monthFrom],
      );
      return { personToday: row?.person ?? 0, deskToday: row?.today ?? 0, deskThisMonth: row?.month ?? 0 };
    },
    async giveToCase({ caseId, upn, since }) {
      await database.query(
        'update model_calls set case_id = $1 where case_id is null and upn = $2 and at >= $3',
        [caseId, upn, since],
      );
    },
    async costs(since) {
      const [row] = await rowsOf(
        Costs,
        database,
        `select count(distinct case_id) as cases, coalesce(sum(cost) filter (where case_id is not null), 0) as cost
         from model_calls where at >= $1`,
        [since],
      );
      return row ?? { cases: 0, cost: 0 };
    },
  };
}
