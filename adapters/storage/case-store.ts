import { z } from 'zod';
import { priorityLevels } from '#bot/desk/priority.ts';
import { type Assignee, type Case, openStates } from '#bot/handoff/case.ts';
import type { CaseStore, NewCase } from '#bot/handoff/stores.ts';
import { CaseEventRow, CaseRow } from './case-data.ts';
import type { Queryable } from './database.ts';
import { dispatchSearches } from './dispatch-searches.ts';
import { createOfferStore } from './offer-store.ts';
import { rowOf, rowsOf } from './rows.ts';
import { toJson } from './to-json.ts';

/** Spelt out, not a parameter: only then the partial indexes on open cases are used. */
export const isOpen = `state in (${openStates.map((state) => `'${state}'`).join(', ')})`;
const columns = 'id, number, version, data';
/** Open cases by technician, whether they have them or are offered them. */
export const openCounts = `select upn, count(*)::int as count from (
    select id, assigned_upn as upn from cases where assigned_upn is not null and ${isOpen}
    union select id, offered_upn from cases where offered_upn is not null and ${isOpen}
  ) held group by upn`;
export const Count = z.object({ upn: z.string(), count: z.number() });

export function createCaseStore(client: Queryable): CaseStore {
  return {
    ...createOfferStore(client),
    ...searches(client),
    ...dispatchSearches(client, isOpen),
    ...events(client),
    ...writes(client),
  };
}

function writes(client: Queryable): Pick<CaseStore, 'create' | 'save' | 'get' | 'getByNumber'> {
  return {
    async create(draft) {
      const [row] = await rowsOf(
        CaseRow,
        client,
        `insert into cases (id, state, category, site_id, urgency, people, assigned_upn, offered_upn,
                            created_at, updated_at, data)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning ${columns}`,
        [draft.id, ...searched({ ...draft, updatedAt: draft.createdAt })],
      );
      if (row === undefined) throw new Error('The new case came back empty.');
      return row;
    },
    save: (changed) =>
      rowOf(
        CaseRow,
        client,
        `update cases set state = $3, category = $4, site_id = $5, urgency = $6, people = $7, assigned_upn = $8,
                          offered_upn = $9, created_at = $10, updated_at = $11, data = $12, version = version + 1
         where id = $1 and version = $2 returning ${columns}`,
        [changed.id, changed.version, ...searched(changed)],
      ),
    get: (id) => rowOf(CaseRow, client, `select ${columns} from cases where id = $1`, [id]),
    getByNumber: (number) =>
      rowOf(CaseRow, client, `select ${columns} from cases where number = $1`, [number.trim().toUpperCase()]),
  };
}

function searches(
  client: Queryable,
): Pick<CaseStore, 'casesOf' | 'openAt' | 'assignedTo' | 'open' | 'openCountByTechnician'> {
  return {
    casesOf: (upn, since) =>
      rowsOf(
        CaseRow,
        client,
        `select ${columns} from cases where people @> array[$1::text] and (${isOpen} or updated_at >= $2)
         order by created_at desc, number desc`,
        [upn, since],
      ),
    openAt: (siteId, category, since) =>
      rowsOf(
        CaseRow,
        client,
        `select ${columns} from cases where site_id = $1 and category = $2 and created_at >= $3 and ${isOpen}
         order by created_at, number`,
        [siteId, category, since],
      ),
    assignedTo: (upn) =>
      rowsOf(
        CaseRow,
        client,
        `select ${columns} from cases where (assigned_upn = $1 or offered_upn = $1) and ${isOpen}
         order by urgency, created_at, number`,
        [upn],
      ),
    open: () =>
      rowsOf(CaseRow, client, `select ${columns} from cases where ${isOpen} order by urgency, created_at`),
    async openCountByTechnician() {
      const rows = await rowsOf(Count, client, openCounts);
      return new Map(rows.map((row) => [row.upn, row.count]));
    },
  };
}

function events(client: Queryable): Pick<CaseStore, 'addEvent' | 'events'> {
  return {
    async addEvent(event) {
      await client.query(
        'insert into case_events (case_id, at, kind, actor, data) values ($1, $2, $3, $4, $5)',
        [event.caseId, event.at, event.kind, event.actor, toJson(event.data)],
      );
    },
    events: (caseId) =>
      rowsOf(CaseEventRow, client, 'select * from case_events where case_id = $1 order by seq', [caseId]),
  };
}

/** The columns that are searched, and the rest, in the order of the statements above. */
function searched(item: NewCase & { updatedAt: Date }): unknown[] {
  return [
    item.state,
    item.category,
    item.siteId,
    urgencyOf(item),
    [...new Set([item.requesterUpn, ...item.reporterUpns])],
    upnOf(item.assignee),
    upnOf(item.offeredTo),
    item.createdAt,
    item.updatedAt,
    toJson(dataOf(item)),
  ];
}

/** All of a case but what has a column of its own. */
export function dataOf(
  item: NewCase & { updatedAt: Date } & Partial<Pick<Case, 'number' | 'version'>>,
): object {
  const { id: _id, number: _number, version: _version, ...data } = item;
  return data;
}

export function upnOf(assignee: Assignee | null): string | null {
  return assignee === null || assignee.kind === 'contractor' ? null : assignee.id;
}

/** 0 = critical … 3 = low */
export function urgencyOf({ priority }: Pick<Case, 'priority'>): number {
  return priorityLevels.indexOf(priority.level);
}
