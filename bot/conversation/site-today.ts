import { localDate } from '#bot/desk/local-time.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import type { ConversationState } from './conversation-state.ts';
import { fold } from './intents.ts';
import type { Turn } from './turn.ts';

const saysToday =
  /\b(vikarie|vikarierar|vikarien|timvikarie|inhoppare|hoppar in|idag|i dag|hela dagen|substitute|covering|today|for the day)\b/;

/** "Jag är vikarie på Trollis idag": believed for that local date. */
export function believeSiteToday(turn: Turn, own: Triage): ConversationState {
  if (own.site.source !== 'mention' || own.site.id === null || !saysToday.test(fold(turn.text)))
    return turn.state;
  return { ...turn.state, siteToday: { siteId: own.site.id, date: today(turn) } };
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
