import type { ContractorFile } from '#bot/handoff/contractor-connector.ts';
import { anything } from '../http/anything.ts';
import type { HttpClient } from '../http/client.ts';
import {
  FilesAnswer,
  type Incident,
  IncidentAnswer,
  IncidentsAnswer,
  JournalAnswer,
  type JournalEntry,
} from './schema.ts';

/** The Table API, as far as it is used. Times are the system's own text: `2026-11-23 09:15:00`, UTC. */
export type ServiceNowClient = {
  /** The oldest incident with our reference; null when there is none. @throws OutsideSystemFailed */
  find(reference: string): Promise<Incident | null>;
  create(fields: Readonly<Record<string, string>>): Promise<Incident>;
  change(sysId: string, fields: Readonly<Record<string, string>>): Promise<Incident>;
  attach(sysId: string, file: ContractorFile): Promise<void>;
  /** A file of that name and size is there. */
  hasFile(sysId: string, file: ContractorFile): Promise<boolean>;
  /** Ours that changed at or after that time, oldest first. */
  changedSince(since: string): Promise<Incident[]>;
  /** Public comments of those incidents, at or after that time, oldest first. */
  commentsSince(sysIds: readonly string[], since: string): Promise<JournalEntry[]>;
};

const table = '/api/now/table';
const fields = 'sys_id,number,correlation_id,state,sys_updated_on';
const pageSize = 200;
const mostPages = 50;
/** Ids in one query: a longer address is cut by proxies. */
const idsAtOnce = 40;

export function createServiceNowClient(http: HttpClient, display: string): ServiceNowClient {
  const incidents = async (query: string, page: { limit: number; offset: number }) => {
    const parameters = new URLSearchParams({
      sysparm_query: query,
      sysparm_fields: fields,
      sysparm_limit: String(page.limit),
      sysparm_offset: String(page.offset),
    });
    const path = `${table}/incident?${parameters}`;
    return (await http.call({ name: 'the look-up', method: 'GET', path, answer: IncidentsAnswer })).result;
  };
  const ours = `correlation_display=${plain(display)}`;
  return {
    async find(reference) {
      const query = `correlation_id=${plain(reference)}^${ours}^ORDERBYsys_created_on`;
      const found = await incidents(query, { limit: 10, offset: 0 });
      // A part of a query that they do not understand is skipped, and then other rows come.
      return found.find(({ correlation_id }) => correlation_id === reference) ?? null;
    },
    async create(json) {
      const path = `${table}/incident?sysparm_fields=${fields}`;
      const call = { name: 'the creation', method: 'POST', path, body: { json } } as const;
      return (await http.call({ ...call, answer: IncidentAnswer })).result;
    },
    async change(sysId, json) {
      const path = `${table}/incident/${encodeURIComponent(sysId)}?sysparm_fields=${fields}`;
      const call = { name: 'the change', method: 'PATCH', path, body: { json } } as const;
      return (await http.call({ ...call, answer: IncidentAnswer })).result;
    },
    attach: (sysId, file) => attach(http, sysId, file),
    hasFile: (sysId, file) => hasFile(http, sysId, file),
    changedSince: (since) =>
      allPages((page) => incidents(`${ours}^sys_updated_on>=${plain(since)}^ORDERBYsys_updated_on`, page)),
    commentsSince: (sysIds, since) => commentsSince(http, sysIds, since),
  };
}

async function attach(http: HttpClient, sysId: string, file: ContractorFile): Promise<void> {
  const parameters = new URLSearchParams({
    table_name: 'incident',
    table_sys_id: sysId,
    file_name: file.name,
  });
  const path = `/api/now/attachment/file?${parameters}`;
  const body = { bytes: file.bytes, type: file.contentType };
  const call = { name: 'the attachment', method: 'POST', path, body, mayBeForbidden: true } as const;
  await http.call({ ...call, answer: anything });
}

async function hasFile(http: HttpClient, sysId: string, file: ContractorFile): Promise<boolean> {
  const parameters = new URLSearchParams({
    sysparm_query: `table_name=incident^table_sys_id=${plain(sysId)}`,
    sysparm_limit: '200',
  });
  const path = `/api/now/attachment?${parameters}`;
  const call = { name: 'the files', method: 'GET', path, mayBeForbidden: true } as const;
  const { result } = await http.call({ ...call, answer: FilesAnswer });
  return result.some(
    ({ table_sys_id, file_name, size_bytes }) =>
      table_sys_id === sysId && file_name === file.name && Number(size_bytes) === file.bytes.length,
  );
}

async function commentsSince(
  http: HttpClient,
  sysIds: readonly string[],
  since: string,
): Promise<JournalEntry[]> {
  const found: JournalEntry[] = [];
  for (let start = 0; start < sysIds.length; start += idsAtOnce) {
    const ids = sysIds.slice(start, start + idsAtOnce);
    const query = `element=comments^element_idIN${ids.map(plain).join(',')}^sys_created_on>=${plain(since)}^ORDERBYsys_created_on`;
    const entries = await allPages(async ({ limit, offset }) => {
      const parameters = new URLSearchParams({
        sysparm_query: query,
        sysparm_fields: 'sys_id,element_id,value,sys_created_by,sys_created_on',
        sysparm_limit: String(limit),
        sysparm_offset: String(offset),
      });
      const path = `${table}/sys_journal_field?${parameters}`;
      return (await http.call({ name: 'the comments', method: 'GET', path, answer: JournalAnswer })).result;
    });
    found.push(...entries.filter(({ element_id }) => ids.includes(element_id)));
  }
  return found;
}

async function allPages<T>(
  read: (page: { limit: number; offset: number }) => Promise<readonly T[]>,
): Promise<T[]> {
  const all: T[] = [];
  for (let n = 0; n < mostPages; n += 1) {
    const page = await read({ limit: pageSize, offset: n * pageSize });
    all.push(...page);
    if (page.length < pageSize) break;
  }
  return all;
}

/** `^` and `,` part a query: no value of ours has them, and one that had must not become a condition. */
function plain(value: string): string {
  return value.replaceAll(/[\^,\p{Cc}]/gu, '');
}
