import { localDate } from '#bot/desk/local-time.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import type { ConversationState } from './conversation-state.ts';
import { fold } from './intents.ts';
import type { Turn } from './turn.ts';

const saysToday =
  /\b(vikarie|vikarierar|vikarien|timvikarie|inhoppare|hoppar in|idag|i dag|hela dagen|substitute|covering|today|for the day)\b/;

/** Words that only say who and where one is; with nothing else there is no matter yet. */
const sayOnlyWhere = new Set(
  (
    'hej hejsan hallo tjena god morgon godmorgon hi hello jag vi ar e r pa i hos vid till har dar nu och sa som en ett ' +
    'den idag dag hela jobbar arbetar vikarie vikarierar vikarien timvikarie inhoppare hoppar in ny sitter befinner mig ' +
    'forskolan skolan fritidsgarden aldreboendet boendet im i am m at the in on today working substitute covering for day here'
  ).split(' '),
);

/** "Jag är vikarie på Trollis idag": believed for that local date. */
export function believeSiteToday(turn: Turn, own: Triage): ConversationState {
  if (own.site.source !== 'mention' || own.site.id === null || !saysToday.test(fold(turn.text)))
    return turn.state;
  return { ...turn.state, siteToday: { siteId: own.site.id, date: today(turn) } };
}

/** True when the words name a site for the day and nothing that is wrong. */
export function saysOnlyWhere(turn: Turn, own: Triage): boolean {
  const site = own.site.id === null ? undefined : turn.loaded.desk.sites.get(own.site.id);
  if (site === undefined || own.site.source !== 'mention' || !saysToday.test(fold(turn.text))) return false;
  const names = new Set([site.name, ...site.aliases].flatMap(wordsIn).flatMap((word) => [word, `${word}s`]));
  return wordsIn(turn.text).every((word) => sayOnlyWhere.has(word) || names.has(word));
}

function wordsIn(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The site that the person said they are at today, if it still is that day and the site still exists. */
export function siteToday(turn: Pick<Turn, 'state' | 'loaded' | 'at'>): string | null {
  const said = turn.state.siteToday;
  if (said === null || said.date !== today(turn)) return null;
  return turn.loaded.desk.sites.has(said.siteId) ? said.siteId : null;
}

function today(turn: Pick<Turn, 'loaded' | 'at'>): string {
  return localDate(turn.at, turn.loaded.desk.settings.timezone);
}
