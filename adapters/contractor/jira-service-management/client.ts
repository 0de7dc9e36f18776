import type { ContractorFile } from '#bot/handoff/contractor-connector.ts';
import { anything } from '../http/anything.ts';
import type { HttpClient } from '../http/client.ts';
import { referenceIn } from '../message-mark.ts';
import { type Comment, Comments, Created, Files, Issues, RequestStatus, TemporaryFiles } from './schema.ts';

/** The service-desk API and one search of the platform's, as far as they are used. */
export type JiraClient = {
  /** Key of the oldest request whose summary begins with our reference; null: none. @throws OutsideSystemFailed */
  find(reference: string): Promise<string | null>;
  create(request: object): Promise<string>;
  comment(key: string, comment: object): Promise<void>;
  attach(key: string, serviceDeskId: string, file: ContractorFile): Promise<void>;
  /** A file of that name and size is there. */
  hasFile(key: string, file: ContractorFile): Promise<boolean>;
  status(key: string): Promise<RequestStatus>;
  /** Public ones, oldest first. */
  comments(key: string): Promise<Comment[]>;
};

const api = '/rest/servicedeskapi';
const pageSize = 50;
const mostPages = 20;

export function createJiraClient(http: HttpClient): JiraClient {
  return {
    async find(reference) {
      const words = reference.replaceAll(/[^A-Za-z0-9-]/g, '');
      const jql = `summary ~ "\\"${words}\\"" ORDER BY created ASC`;
      const parameters = new URLSearchParams({ jql, fields: 'summary', maxResults: '20' });
      const path = `/rest/api/3/search/jql?${parameters}`;
      const { issues } = await http.call({ name: 'the look-up', method: 'GET', path, answer: Issues });
      // Their search is for words: what only mentions the reference is somebody else's.
      return issues.find(({ fields }) => referenceIn(fields.summary) === reference)?.key ?? null;
    },
    async create(request) {
      const call = { name: 'the creation', method: 'POST', path: `${api}/request` } as const;
      return (await http.call({ ...call, body: { json: request }, answer: Created })).issueKey;
    },
    async comment(key, comment) {
      const path = `${api}/request/${encodeURIComponent(key)}/comment`;
      const body = { json: comment };
      await http.call({ name: 'the comment', method: 'POST', path, body, answer: anything });
    },
    attach: (key, serviceDeskId, file) => attach(http, { key, serviceDeskId, file }),
    hasFile: (key, file) => hasFile(http, key, file),
    status: (key) =>
      http.call({
        name: 'the status',
        method: 'GET',
        path: `${api}/request/${encodeURIComponent(key)}`,
        answer: RequestStatus,
      }),
    comments: (key) => readComments(http, key),
  };
}

/** Two steps: the file becomes a temporary one of the service desk, and that is put on the request. */
async function attach(
  http: HttpClient,
  { key, serviceDeskId, file }: { key: string; serviceDeskId: string; file: ContractorFile },
): Promise<void> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(file.bytes)], { type: file.contentType }), file.name);
  const { temporaryAttachments } = await http.call({
    name: 'the upload',
    method: 'POST',
    path: `${api}/servicedesk/${encodeURIComponent(serviceDeskId)}/attachTemporaryFile`,
    headers: { 'x-atlassian-token': 'no-check' },
    body: form,
    mayBeForbidden: true,
    answer: TemporaryFiles,
  });
  const ids = temporaryAttachments.map(({ temporaryAttachmentId }) => temporaryAttachmentId);
  await http.call({
    name: 'the attachment',
    method: 'POST',
    path: `${api}/request/${encodeURIComponent(key)}/attachment`,
    body: { json: { temporaryAttachmentIds: ids, public: true } },
    mayBeForbidden: true,
    answer: anything,
  });
}

async function hasFile(http: HttpClient, key: string, file: ContractorFile): Promise<boolean> {
  let start = 0;
  for (let n = 0; n < mostPages; n += 1) {
    const query = new URLSearchParams({ start: String(start), limit: String(pageSize) });
    const path = `${api}/request/${encodeURIComponent(key)}/attachment?${query}`;
    const call = { name: 'the files', method: 'GET', path, mayBeForbidden: true } as const;
    const page = await http.call({ ...call, answer: Files });
    if (page.values.some(({ filename, size }) => filename === file.name && size === file.bytes.length))
      return true;
    if (page.isLastPage || page.values.length === 0) break;
    start += page.values.length;
  }
  return false;
}

async function readComments(http: HttpClient, key: string): Promise<Comment[]> {
  const all: Comment[] = [];
  let start = 0;
  for (let n = 0; n < mostPages; n += 1) {
    const query = new URLSearchParams({
      public: 'true',
      internal: 'false',
      start: String(start),
      limit: String(pageSize),
    });
    const path = `${api}/request/${encodeURIComponent(key)}/comment?${query}`;
    const page = await http.call({ name: 'the comments', method: 'GET', path, answer: Comments });
    all.push(...page.values.filter((comment) => comment.public));
    if (page.isLastPage || page.values.length === 0) break;
    // They may give fewer than were asked for.
    start += page.values.length;
  }
  return all;
}
