import type { ConversationState, Report } from './conversation-state.ts';
import { handOffReport } from './hand-off-report.ts';
import { fold } from './intents.ts';
import { addWords, replaceReport } from './reports.ts';
import type { Stores } from './stores.ts';
import { type Outcome, outcomeOf, saidNow, type Turn, triageReport } from './turn.ts';

const yes =
  /^(?:ja+|jo|japp|jadu|yes|yep|yeah|garna|absolut|visst|okej? ja|sure)(?:[,.! ]+(?:ja|tack|snalla|garna|gor|gora|det|sa|du|da|fraga|nagon|nan|en|manniska|som|vet|please|thanks|do|it|that|ask|somebody|someone|vill|jag|far|kan|bra|ordna|ta|over))*[,.! ]*$/;
const please =
  /^(?:gor (?:det|sa)|snalla|please do|do (?:that|it)|fraga (?:nagon|nan|dem|dom))(?:[,.! ]+(?:tack|du|da|please|snalla))*[,.! ]*$/;
const no =
  /^(?:nej|na|nae|nope|no|behovs inte|inte nu)(?:[,.! ]+(?:tack|det|behovs|inte|an|nu|da|thanks|thank|you|not|needed|yet|ar|lugnt|bra|jag|provar|forst|sjalv))*[,.! ]*$/;

/**
 * Yes or no to "shall I ask somebody who knows?", which was the last thing said. Null: it is something else, or nothing
 * was offered.
 */
export async function answerOfferOfPerson(
  turn: Turn,
  stores: Stores,
  state: ConversationState,
  report: Report,
): Promise<Outcome | null> {
  if (report.followUps?.offered !== true || turn.message.attachments.length > 0) return null;
  const words = fold(turn.text).trim();
  if (no.test(words)) {
    const declined: Report = { ...report, followUps: { ...report.followUps, offered: false } };
    return outcomeOf(turn, { state: replaceReport(state, declined), replies: [{ kind: 'trying' }] });
  }
  if (!yes.test(words) && !please.test(words)) return null;
  const note = turn.loaded.notes.get(report.shownNoteIds.at(-1) ?? '');
  const told = addWords(report, { words: turn.text, line: saidNow(turn), masked: turn.masked });
  // It is the matter that the note is about, whatever the questions' words name.
  const matter = { ...told, words: report.words, category: report.category ?? note?.category ?? null };
  return handOffReport(turn, stores, state, matter, triageReport(turn, matter));
}
