import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { slots } from '#bot/insights/measures/measured-parts.ts';
import {
  createRandom,
  makeYear,
  nothingPlanted,
  type Planted,
  storeYear,
  type Year,
  yearEnd,
} from '../../support/seeded-year.ts';
import { varyCase } from '../../support/vary-case.ts';

export const sitesInHistory = 300;

/** A few real years of cases, through the stores: what is then made many of. */
export async function storeSomeYears(
  opened: OpenStorage,
  seeds: readonly number[],
  planted: Planted = nothingPlanted,
): Promise<number> {
  let count = 0;
  for (const seed of seeds) {
    const year = renamed(makeYear(seed, planted), seed);
    await storeYear(opened, year);
    count += year.cases.length;
  }
  return count;
}

function renamed(year: Year, seed: number): Year {
  const own = (id: string) => `${seed}-${id}`;
  const random = createRandom(seed);
  return {
    cases: year.cases.map((item) => ({
      ...varyCase(item, random),
      ...{ id: own(item.id), number: `VK-${seed}-${item.number}` },
    })),
    events: year.events.map((event) => ({ ...event, caseId: own(event.caseId) })),
    outcomes: year.outcomes,
    questions: year.questions,
  };
}

/**
 * Makes a history of `wanted` facts, spread over three years and 300 sites, of those that are there, with cases
 * behind them. By SQL: what is measured is reading, not how they came about.
 */
export async function growHistory(
  { database }: Pick<OpenStorage, 'database'>,
  wanted: number,
): Promise<void> {
  const { rows } = await database.query('select count(*)::int as count from case_facts');
  const first = rows[0];
  const known = typeof first === 'object' && first !== null && 'count' in first ? Number(first.count) : 1;
  const times = Math.max(Math.ceil((wanted - known) / known), 0);
  // Made again afterwards: kept up to date row by row they would take longer than all the rest.
  await database.query('drop index case_facts_yes; drop index case_facts_no');
  for (let from = 1; from <= times; from += copiesAtOnce) {
    const to = Math.min(from + copiesAtOnce - 1, times);
    const copies = `generate_series(${from}, ${to}) k cross join lateral (select k % 3 * 365 + k % 7 as ago) moved`;
    const isRecent = `created_at > '${recentFrom}' and k % 3 = 0`;
    await database.query(copyCases(copies, from <= mostCaseCopies ? 'true' : isRecent));
    await database.query(copyFacts(copies));
    await database.query(copyParts(copies));
  }
  await database.query('create index case_facts_yes on case_facts using gin (yes)');
  await database.query('create index case_facts_no on case_facts using gin (no)');
  await database.query('vacuum analyze');
}

/** A statement may take no more than a minute. */
const copiesAtOnce = 4;
/** The weekly job finds changed cases by an index: more old ones change nothing but the room that they take. */
const mostCaseCopies = 12;
const recentFrom = new Date(yearEnd.getTime() - 42 * 86_400_000).toISOString();

const copyCases = (copies: string, which: string) => `insert into cases
    (id, number, version, state, category, site_id, urgency, people, created_at, updated_at, data)
  select k || 'x' || c.id, k || 'x' || c.number, c.version, c.state, c.category,
    'enhet-' || (abs(hashtext(c.id || k)) % ${sitesInHistory}), c.urgency, '{}', c.created_at - make_interval(days => ago),
    c.updated_at - make_interval(days => ago), c.data
  from (select * from cases where id not like '%x%') c cross join ${copies} where ${which}`;

const copyFacts = (
  copies: string,
) => `insert into case_facts (id, matter, number, version, at, week, month, site_id, area,
    site_kind, category, priority, type, load, contractor_id, person, things, ended_at, helped, came_back, yes, no, data)
  select fresh.id, f.matter, f.number, f.version, fresh.at, date_trunc('week', fresh.at)::date, to_char(fresh.at, 'YYYY-MM'),
    fresh.site, f.area, f.site_kind, f.category, f.priority, f.type, f.load, f.contractor_id, f.person || (k % 40), f.things,
    f.ended_at - make_interval(days => ago), f.helped, f.came_back, f.yes, f.no,
    f.data || jsonb_build_object('id', fresh.id, 'at', to_json(fresh.at), 'siteId', fresh.site, 'person', f.person || (k % 40),
      'week', date_trunc('week', fresh.at)::date, 'month', to_char(fresh.at, 'YYYY-MM'))
  from (select * from case_facts where id not like '%x%') f cross join ${copies}
  cross join lateral (select k || 'x' || f.id as id, f.at - make_interval(days => ago) as at,
    'enhet-' || (abs(hashtext(f.id || k)) % ${sitesInHistory}) as site) fresh`;

const partsAlike = `area, site_kind, category, priority, type, load, contractor_id, worker, shares, cost, ${slots.join(', ')}`;

/** What each copy adds to measures is what its original does. */
const copyParts = (
  copies: string,
) => `insert into fact_parts (id, at, week, month, site_id, person, ${partsAlike})
  select f.id, f.at, f.week, f.month, f.site_id, f.person, ${partsAlike.replace(/\w+/g, 'p.$&')}
  from (select * from fact_parts where id not like '%x%') p cross join ${copies} join case_facts f on f.id = k || 'x' || p.id`;

/** So many cases were worked on since they were counted: the newest, and one in twenty of the last half year. */
export async function touchCases(
  { database }: Pick<OpenStorage, 'database'>,
  count: number,
  at: Date,
): Promise<number> {
  const { rowCount } = await database.query(
    `update cases set version = version + 1, updated_at = $1 where id in (
       (select id from cases order by created_at desc, id limit $2)
       union (select id from cases where created_at > $1::timestamptz - interval '180 days' order by md5(id) limit $3))`,
    [at, Math.ceil(count * 0.95), Math.floor(count * 0.05)],
  );
  return rowCount;
}
