import { anything } from '../http/anything.ts';
import type { HttpClient } from '../http/client.ts';
import { referenceIn } from '../message-mark.ts';
import { type Article, Articles, Created, Ticket, Tickets } from './schema.ts';

/** Zammad's REST API, as far as it is used. */
export type ZammadClient = {
  /** The oldest ticket whose title begins with our reference; null when there is none. @throws OutsideSystemFailed */
  find(reference: string): Promise<Ticket | null>;
  create(ticket: object): Promise<{ id: number; number: string }>;
  addArticle(article: object): Promise<void>;
  change(id: number, fields: object): Promise<void>;
  read(id: number): Promise<Ticket>;
  articles(id: number): Promise<Article[]>;
};

const json = (value: unknown) => ({ json: value });

export function createZammadClient(http: HttpClient): ZammadClient {
  return {
    async find(reference) {
      const query = `title:"${reference.replaceAll(/[^A-Za-z0-9-]/g, '')}"`;
      const parameters = new URLSearchParams({ query, expand: 'true', limit: '20', sort_by: 'created_at' });
      const path = `/api/v1/tickets/search?${parameters}`;
      const found = await http.call({ name: 'the look-up', method: 'GET', path, answer: Tickets });
      // Their search is for words: what only mentions the reference is somebody else's.
      const ours = found.filter(({ title }) => referenceIn(title) === reference);
      return ours.sort((a, b) => a.id - b.id)[0] ?? null;
    },
    create: (ticket) =>
      http.call({
        name: 'the creation',
        method: 'POST',
        path: '/api/v1/tickets',
        body: json(ticket),
        answer: Created,
      }),
    async addArticle(article) {
      const path = '/api/v1/ticket_articles';
      await http.call({ name: 'the comment', method: 'POST', path, body: json(article), answer: anything });
    },
    async change(id, fields) {
      const path = `/api/v1/tickets/${id}`;
      await http.call({ name: 'the change', method: 'PUT', path, body: json(fields), answer: anything });
    },
    read: (id) =>
      http.call({
        name: 'the status',
        method: 'GET',
        path: `/api/v1/tickets/${id}?expand=true`,
        answer: Ticket,
      }),
    articles: (id) =>
      http.call({
        name: 'the comments',
        method: 'GET',
        path: `/api/v1/ticket_articles/by_ticket/${id}`,
        answer: Articles,
      }),
  };
}
