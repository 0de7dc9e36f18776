import type { Person } from '#bot/desk/person.ts';
import type { Case } from '#bot/handoff/case.ts';
import type { ReportEnd } from '#bot/reply/beyond-chat.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import type { Stores } from '../stores.ts';

/** As long as a turn remembers cases. */
const rememberedFor = 30 * 24 * 60 * 60 * 1000;

/**
 * The author's case that this message is in already: made of it here, or reported to Vaktis by the author. Nobody
 * writes two messages in the same millisecond, which is what Teams makes its ids of.
 */
export async function caseOfMessage(
  stores: Pick<Stores, 'cases'>,
  author: Person,
  messageId: string,
  at: Date,
): Promise<Case | null> {
  const since = new Date(at.getTime() - rememberedFor);
  const cases = await stores.cases.casesOf(author.upn, since);
  return cases.find(({ packet }) => packet.dialogue.some((line) => line.messageId === messageId)) ?? null;
}

/** It has its case: the presser hears its number, and no more of it than they saw in the message. */
export function endAlready(
  known: Case,
  { person, presser, language }: { person: Person; presser: Person; language: ReplyLanguage },
): ReportEnd {
  return {
    kind: 'report-made',
    language,
    author: { name: person.name, isYou: person.upn === presser.upn },
    number: known.number,
    how: 'already',
    state: known.state,
    to: null,
    when: null,
    reachable: true,
    hazard: false,
  };
}
