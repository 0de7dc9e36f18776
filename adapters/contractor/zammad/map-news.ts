import type { ContractorNews, ContractorState } from '#bot/handoff/contractor-connector.ts';
import { plainWords } from '../http/plain-words.ts';
import { isOurs } from '../message-mark.ts';
import type { Article, Ticket } from './schema.ts';

/** The ticket's state; nothing for a state that no table knows. */
export function mapState(
  ticket: Ticket,
  reference: string,
  stateOf: (theirs: string) => ContractorState | null,
): ContractorNews[] {
  const state = stateOf(ticket.state);
  if (state === null) return [];
  const at = new Date(ticket.updated_at);
  const id = `state:${ticket.id}:${ticket.state}:${ticket.updated_at}`;
  return [
    { kind: 'state', id, reference, contractorReference: ticket.number, at, state, theirs: ticket.state },
  ];
}

/** Their public comments; not our own, nor what the system writes. */
export function mapArticles(
  articles: readonly Article[],
  ticket: Ticket,
  reference: string,
): ContractorNews[] {
  return articles.flatMap((article) => {
    const text = /html/i.test(article.content_type) ? plainWords(article.body) : article.body;
    if (article.internal || article.sender !== 'Agent' || isOurs(text)) return [];
    const at = new Date(article.created_at);
    const id = `comment:${article.id}`;
    const author = nameIn(article.from);
    return [{ kind: 'comment', id, reference, contractorReference: ticket.number, at, author, text }];
  });
}

/** `Anna Ek <anna@leverantor.se>` → Anna Ek. */
function nameIn(from: string | null): string | null {
  const name = (from ?? '')
    .replace(/<[^>]*>/, '')
    .replaceAll('"', '')
    .trim();
  return name === '' ? null : name;
}
