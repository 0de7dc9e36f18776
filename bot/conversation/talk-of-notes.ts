import { reachOf } from '#bot/desk/access.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import { fold } from './intents.ts';
import type { Stores } from './stores.ts';
import { type Outcome, outcomeOf, type Turn } from './turn.ts';

/** Notes of Vaktis, and not the `notiser` that a telephone shows. */
const named = /\b(?:notisen|notiserna|en notis|ny notis|notiser har|the note|a note|your notes)\b/;
const wrong =
  /\b(?:stammer (?:inte|ej|langre)|ar (?:fel|gammal|gamla|inaktuell|foraldrad)|felaktig|inaktuell|behover (?:andras|rattas|uppdateras)|is (?:wrong|old|outdated)|out of date)\b/;
const worked =
  /\b(?:hur|var|how|where|kan jag|kan man|vill|can i)\b.{0,40}\b(?:andrar?|rattar?|uppdaterar?|skriver?|lagger till|lagga till|skapar?|tar bort|edit|change|correct|add|write|update)\b/;
const longest = 200;

/** "Notisen om elevdatorerna stämmer inte längre, hur ändrar jag den?" Null: something else. */
export async function talkOfNotes(turn: Turn, stores: Stores, own: Triage): Promise<Outcome | null> {
  const words = fold(turn.text);
  if (words.length > longest || !named.test(words) || own.wantsPerson || own.priority.hazard) return null;
  const isWrong = wrong.test(words);
  if (!isWrong && !worked.test(words)) return null;
  if (isWrong) {
    await stores.knowledge.keepQuestion({
      at: turn.at,
      text: turn.text,
      siteId: own.site.id,
      category: own.category.id,
      language: own.language,
      caseId: null,
    });
  }
  const mayWrite = reachOf(turn.person.roles, 'staff-notes edit') !== 'no';
  return outcomeOf(turn, { replies: [{ kind: 'about-notes', isWrong, mayWrite }] });
}
