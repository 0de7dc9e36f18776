import { z } from 'zod';
import { Category } from '#bot/desk/category.ts';
import { PriorityLevel } from '#bot/desk/priority.ts';
import { SiteKind } from '#bot/desk/site.ts';
import { bounceReasonsInOrder } from '#bot/i18n/insights.ts';
import { comesBackWithin, type Fact, loads, steps } from '#bot/insights/facts/fact.ts';
import { slots } from '#bot/insights/measures/measured-parts.ts';
import { partsOf } from '#bot/insights/measures/measures.ts';
import { toPartColumns } from './part-row.ts';

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

/** The columns that are searched, the fact itself, and what it adds to measures. */
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
    ...toPartColumns(fact),
  };
}

const ofBoth = `id text, at timestamptz, week date, month text, site_id text, area text, site_kind text, category text,
  priority text, type text, load text, contractor_id text, person text`;
const ofFacts = `matter text, number text, version integer, things text[], ended_at timestamptz, helped boolean,
  came_back boolean, yes text[], no text[], data jsonb`;
const ofParts = `worker text, shares text, ${slots.map((slot) => `${slot} smallint`).join(', ')}, cost double precision`;

const namesIn = (columns: string) => columns.split(',').map((column) => column.trim().split(' ')[0] ?? '');
const factNames = namesIn(`${ofBoth}, ${ofFacts}`);
const partNames = namesIn(`${ofBoth}, ${ofParts}`);

const upsert = (table: string, names: readonly string[]) => `insert into ${table} (${names.join(', ')})
  select ${names.join(', ')} from given
  on conflict (id) do update set ${names
    .slice(1)
    .map((name) => `${name} = excluded.${name}`)
    .join(', ')}`;

/** Facts as JSON in $1, and what they add to measures: a newer one takes the place of the older, in both or in neither. */
export const upsertFacts = `with given as materialized (
    select * from jsonb_to_recordset($1::jsonb) as fact(${ofBoth}, ${ofFacts}, ${ofParts}, share_parts jsonb)),
  facts as (${upsert('case_facts', factNames)}),
  sets as (insert into part_sets (id, parts) select distinct on (shares) shares, share_parts from given
    on conflict (id) do nothing)
  ${upsert('fact_parts', partNames)}`;
