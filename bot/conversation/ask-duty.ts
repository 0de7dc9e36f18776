import { reachOf } from '#bot/desk/access.ts';
import { parseWhen } from '#bot/desk/parse-when.ts';
import { viewParty } from '#bot/handoff/case-views.ts';
import type { Reply } from '#bot/reply/reply.ts';
import { dutyAt } from '#bot/triage/duty-at.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import { fold } from './intents.ts';
import { matterOfTriage, type Outcome, outcomeOf, type Turn } from './turn.ts';

const asksWho = /\b(?:vem|vilka|vilken|who|which)\b/;
/** Asked at once, and not behind a matter: "skrivaren är trasig, vem har jour?" */
const begins = /^(?:(?:hej|hejsan|hi|hello)\W+)?(?:vem|vilka|vilken|who|which)\b/;
const ofDuty = /\b(?:jour\w*|i tjanst|tjanstgor|beredskap|pa tur|on call|on duty)\b/;
const ofWork = /\b(?:jobbar|arbetar|works|working)\b/;
const longest = 16;

/** "Vem har jour på fredag kl 15 för Solrosen?" Null: something else is asked. */
export function askDuty(turn: Turn, own: Triage): Outcome | null {
  const { desk } = turn.loaded;
  const words = fold(turn.text);
  const asked = parseWhen(turn.text, turn.at, desk.settings.timezone);
  const isAsked = asksWho.test(words) && (ofDuty.test(words) || (ofWork.test(words) && asked !== null));
  const isMatter =
    !begins.test(words) &&
    own.intent === 'report' &&
    own.category.id !== null &&
    own.category.confidence >= 0.5;
  if (!isAsked || isMatter || words.split(/\s+/).length > longest) return null;
  return outcomeOf(turn, {
    replies: [dutyReply(turn, own.site.id, asked?.at ?? turn.at)],
    decision: 'answer',
    triage: own,
    matter: matterOfTriage(own),
  });
}

function dutyReply(turn: Turn, siteId: string | null, at: Date): Reply {
  const { desk } = turn.loaded;
  const found = dutyAt(desk, { siteId, at });
  const view = (id: string) => viewParty({ kind: 'technician', id }, desk);
  const hearsWhoIsAway = reachOf(turn.person.roles, 'absences ask') === 'yes';
  return {
    kind: 'duty',
    siteName: siteId === null ? null : (desk.sites.get(siteId)?.name ?? null),
    at: at.toISOString(),
    now: Math.abs(at.getTime() - turn.at.getTime()) < 60_000,
    onDuty: found.onDuty.map(view),
    onCall: found.onCall.map(view),
    away: hearsWhoIsAway
      ? found.away.map(({ upn, until }) => ({ name: view(upn).name, until: until.toISOString() }))
      : [],
    next: found.next && { name: view(found.next.upn).name, at: found.next.at.toISOString() },
  };
}
