import type { ContractorFile } from '#bot/handoff/contractor-connector.ts';
import { anything } from '../http/anything.ts';
import type { HttpClient } from '../http/client.ts';
import { Files, Incident, Incidents, type Progress, ProgressTrail } from './schema.ts';

/** TOPdesk's incident API, as far as it is used. */
export type TopdeskClient = {
  /** The oldest incident with our reference; null when there is none. @throws OutsideSystemFailed */
  find(reference: string): Promise<Incident | null>;
  create(incident: object): Promise<Incident>;
  change(id: string, fields: object): Promise<void>;
  attach(id: string, file: ContractorFile): Promise<void>;
  /** A file of that name and size is there. */
  hasFile(id: string, file: ContractorFile): Promise<boolean>;
  /** Newest first, as they give it. */
  progress(id: string): Promise<Progress[]>;
};

const incidents = '/tas/api/incidents';

export function createTopdeskClient(http: HttpClient): TopdeskClient {
  const pathOf = (id: string) => `${incidents}/id/${encodeURIComponent(id)}`;
  return {
    async find(reference) {
      const query = `externalNumber==${reference.replaceAll(/[^A-Za-z0-9-]/g, '')}`;
      const parameters = new URLSearchParams({ query, pageSize: '10', sort: 'creationDate:asc' });
      const path = `${incidents}?${parameters}`;
      const found = await http.call({ name: 'the look-up', method: 'GET', path, answer: Incidents });
      return found.find(({ externalNumber }) => externalNumber === reference) ?? null;
    },
    create: (json) =>
      http.call({ name: 'the creation', method: 'POST', path: incidents, body: { json }, answer: Incident }),
    async change(id, json) {
      const path = pathOf(id);
      await http.call({ name: 'the comment', method: 'PATCH', path, body: { json }, answer: anything });
    },
    async attach(id, file) {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(file.bytes)], { type: file.contentType }), file.name);
      form.append('invisibleForCaller', 'false');
      const path = `${pathOf(id)}/attachments`;
      const call = {
        name: 'the attachment',
        method: 'POST',
        path,
        body: form,
        mayBeForbidden: true,
      } as const;
      await http.call({ ...call, answer: anything });
    },
    async hasFile(id, file) {
      const path = `${pathOf(id)}/attachments`;
      const call = { name: 'the files', method: 'GET', path, mayBeForbidden: true } as const;
      const files = await http.call({ ...call, answer: Files });
      return files.some(({ fileName, size }) => fileName === file.name && size === file.bytes.length);
    },
    progress: (id) =>
      http.call({
        name: 'the progress',
        method: 'GET',
        path: `${pathOf(id)}/progresstrail`,
        answer: ProgressTrail,
      }),
  };
}
