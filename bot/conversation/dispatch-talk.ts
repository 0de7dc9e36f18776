import { announceOutage, concernedBy, readOutage } from '#bot/handoff/announce.ts';
import { boardId, queueBoard } from '#bot/handoff/board.ts';
import { mayDispatch, startWork } from '#bot/handoff/context.ts';
import { openSuggestions } from '#bot/handoff/suggest-matrix-row.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import { handoffContext } from './hand-off-report.ts';
import type { Press } from './incoming-message.ts';
import { fold } from './intents.ts';
import type { Stores } from './stores.ts';
import { alreadyHandled, type Outcome, outcomeOf, type Turn } from './turn.ts';

const boardWords = /^(?:(?:visa|show)\s+)?(?:tavla\w*|laget|oversikt\w*|board|the board)[?!. ]*$/;
const suggestionWords = /^(?:(?:visa|show)\s+)?(?:forslag(?:en)?|suggestions)[?!. ]*$/;
const outageWords =
  /^(?:driftinfo|driftstorning|meddela|meddelande till alla|outage|announce)\s*[:,-]\s*(.+)$/s;

/** Said so, it is for all, also where a house goes by the name of the organisation. */
const everywhere =
  /\b(?:hela (?:forvaltningen|kommunen|stadsdelen|staden|organisationen|verksamheten|omradet)|alla (?:platser|enheter|stallen|hus|skolor|forskolor)|overallt|everywhere|all (?:sites|places))\b/;

/** What only a dispatcher's words mean. */
export function wishOfDispatcher(text: string): 'board' | 'announce' | 'suggestions' | null {
  const words = fold(text).trim();
  if (boardWords.test(words)) return 'board';
  if (suggestionWords.test(words)) return 'suggestions';
  return outageWords.test(words) ? 'announce' : null;
}

/** A dispatcher's own words: the board, or an outage to be announced. Null: something else, or somebody else. */
export async function talkOfDispatcher(turn: Turn, stores: Stores, own: Triage): Promise<Outcome | null> {
  if (!mayDispatch(turn.person)) return null;
  const wish = wishOfDispatcher(turn.text);
  if (wish === null) return null;
  if (wish === 'board') return showBoard(turn, stores);
  if (wish === 'suggestions') return showSuggestions(turn, stores);
  const text = turn.text.replace(/^[^:,-]*[:,-]\s*/u, '').trim();
  return askToAnnounce(turn, own, text);
}

/** What a card asked before: the rows for the matrix that nobody has decided on. */
async function showSuggestions(turn: Turn, stores: Stores): Promise<Outcome> {
  const open = await openSuggestions(stores, handoffContext(turn));
  const replies = open.length > 0 ? open : ([{ kind: 'no-matrix-suggestions' }] as const);
  return outcomeOf(turn, { replies, decision: 'answer' });
}

/** The newest board is the one that is kept true. */
export async function showBoard(turn: Turn, stores: Stores): Promise<Outcome> {
  const work = startWork(stores, handoffContext(turn));
  await queueBoard(work, turn.person.upn, null);
  return outcomeOf(turn, { deliveryIds: work.deliveryIds });
}

function askToAnnounce(turn: Turn, own: Triage, text: string): Outcome {
  const { desk } = turn.loaded;
  const { id, source } = own.site;
  const siteIds = id !== null && source === 'mention' && !everywhere.test(fold(text)) ? [id] : [];
  const category = own.category.id === null || own.category.id === 'not-it' ? 'network' : own.category.id;
  const outage = { category, siteIds, text };
  const siteNames = siteIds.map((id) => desk.sites.get(id)?.name ?? id);
  const concerned = concernedBy(outage, desk).length;
  return outcomeOf(turn, {
    replies: [{ kind: 'announce-question', outage, siteNames, concerned }],
    decision: 'ask',
  });
}

/** The presses that belong to no case. Null: none of them. */
export async function pressOfDispatcher(turn: Turn, stores: Stores, press: Press): Promise<Outcome | null> {
  if (press.verb === 'board') {
    if (!mayDispatch(turn.person)) return alreadyHandled(turn);
    return (await boardOnScreen(turn, stores))
      ? outcomeOf(turn, { decision: null })
      : showBoard(turn, stores);
  }
  if (press.verb !== 'announce') return null;
  const outage = readOutage(press.value, turn.loaded.desk);
  const done = outage && (await announceOutage(stores, handoffContext(turn), { actor: turn.person, outage }));
  if (done === null) return alreadyHandled(turn);
  const { reply: pressAnswer, deliveryIds } = done;
  return outcomeOf(turn, { pressAnswer, decision: null, caseEffect: 'opened', deliveryIds });
}

async function boardOnScreen(turn: Turn, stores: Stores): Promise<boolean> {
  return (await stores.deliveries.shownCards(boardId)).has(turn.person.upn);
}
