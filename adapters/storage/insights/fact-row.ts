import { z } from 'zod';
import { Category } from '#bot/desk/category.ts';
import { PriorityLevel } from '#bot/desk/priority.ts';
import { SiteKind } from '#bot/desk/site.ts';
import { bounceReasonsInOrder } from '#bot/i18n/insights.ts';
import { comesBackWithin, type Fact, loads, steps } from '#bot/insights/facts/fact.ts';
import { partsOf } from '#bot/insights/measures/measures.ts';

const text = z.string();
const maybeText = text.nullable();
const Instant = text.transform((at) => new Date(at));
const Elapsed = z.object({ service: z.number(), wall: z.number() });

/** What the `data` column of a fact holds: all of it. */
const FactData: z.ZodType<Fact> = z.object({
  id: text,
  matter: z.enum(['case', 'talk']),
  number: maybeText,
  version: z.number(),
  at: Instant,
  week: text,
  month: text,
  siteId: maybeText,
  area: maybeText,
  siteKind: SiteKind.nullable(),
  category: Category,
  priority: PriorityLevel.nullable(),
  type: z.enum(['incident', 'service-request']).nullable(),
  load: z.enum(loads).nullable(),
  contractorId: maybeText,
  person: text,
  worker: maybeText,
  things: z.array(text),
  outcome: z.enum(['confirmed', 'silent', 'left', 'open', 'resolved', 'cancelled']),
  endedAt: Instant.nullable(),
  cameBack: z.boolean(),
  hadNote: z.boolean(),
  notes: z.array(text),
  notesSolved: z.number(),
  notesFailed: z.number(),
  asked: z.number().nullable(),
  elapsed: z.partialRecord(z.enum(steps), Elapsed),
  promisesKept: z.number(),
  promisesLate: z.number(),
  reassigned: z.number(),
  bounces: z.array(z.enum(bounceReasonsInOrder)),
  contractor: z
    .object({ waited: z.number(), promised: z.number().nullable(), kept: z.boolean().nullable() })
    .nullable(),
  visited: z.boolean(),
  couldBeRemote: z.boolean().nullable(),
  modelCost: z.number().nullable(),
});

/** A row of `case_facts` as it is read. */
export const FactRow: z.ZodType<Fact> = z.object({ data: FactData }).transform(({ data }) => data);

/** The columns that are searched, and the fact itself. */
export function toFactRow(fact: Fact): object {
  const { yes, no } = partsOf(fact, new Date(fact.at.getTime() + comesBackWithin + 1));
  return {
    id: fact.id,
    matter: fact.matter,
    number: fact.number,
    version: fact.version,
    at: fact.at,
    week: fact.week,
    month: fact.month,
    site_id: fact.siteId,
    area: fact.area,
    site_kind: fact.siteKind,
    category: fact.category,
    priority: fact.priority,
    type: fact.type,
    load: fact.load,
    contractor_id: fact.contractorId,
    person: fact.person,
    things: fact.things,
    ended_at: fact.endedAt,
    helped: fact.outcome === 'confirmed' || fact.outcome === 'silent',
    came_back: fact.cameBack,
    yes,
    no,
    data: fact,
  };
}

const columns = `id text, matter text, number text, version integer, at timestamptz, week date, month text, site_id text,
  area text, site_kind text, category text, priority text, type text, load text, contractor_id text, person text,
  things text[], ended_at timestamptz, helped boolean, came_back boolean, yes text[], no text[], data jsonb`;
const names = columns.split(',').map((column) => column.trim().split(' ')[0] ?? '');

/** Facts as JSON in $1; a newer one takes the place of the older. */
export const upsertFacts = `insert into case_facts (${names.join(', ')})
  select ${names.join(', ')} from jsonb_to_recordset($1::jsonb) as fact(${columns})
  on conflict (id) do update set ${names
    .slice(1)
    .map((name) => `${name} = excluded.${name}`)
    .join(', ')}`;
