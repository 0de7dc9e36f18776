import type { Speaker } from '#bot/i18n/speaker.ts';
import type { ReplyOf } from './reply-of.ts';
import { bullet, capitalise, type Said, said } from './said.ts';

type Kind = Pick<ReplyOf<'matrix-suggestion'>, 'category' | 'siteKind'>;

/** "skrivare (förskola)". */
function kindInWords({ category, siteKind }: Kind, { say }: Speaker): string {
  const what = say.words.category[category];
  return siteKind === null ? what : say.contractor.row.whatAt(what, say.words.siteKind[siteKind]);
}

/** Why the row is suggested, and what it would say. */
export function suggestionLines(reply: ReplyOf<'matrix-suggestion'>, speaker: Speaker): string[] {
  const { row } = speaker.say.contractor;
  const what = kindInWords(reply, speaker);
  return [
    row.why(reply.contractor, reply.bounced, reply.tickets, what),
    row.row(capitalise(what)),
    row.nothingYet,
  ];
}

/** "VK-1042 Skrivaren · Solrosen · Ingår inte i avtalet: ”Ni får ta den själva.”" */
export function behindLines({ cases, bounced }: ReplyOf<'matrix-suggestion'>, { say }: Speaker): string[] {
  const { contractor } = say;
  const lines = cases.map(({ number, title, siteName, reason, words }) => {
    const why = [contractor.reasons[reason], words === null ? '' : contractor.quote(words)];
    const about = say.cases.numberAndTitle(number, title);
    return [about, siteName, why.filter(Boolean).join(': ')].filter(Boolean).join(' · ');
  });
  return bounced > cases.length ? [...lines, contractor.row.andMore(bounced - cases.length)] : lines;
}

export function sayMatrixSuggestion(reply: ReplyOf<'matrix-suggestion'>, speaker: Speaker): Said {
  const { row } = speaker.say.contractor;
  const behind = [row.cases, ...behindLines(reply, speaker).map(bullet)];
  return said(row.title, [...suggestionLines(reply, speaker), ...behind]);
}

export function sayMatrixDecided(reply: ReplyOf<'matrix-decided'>, speaker: Speaker): Said {
  const { row } = speaker.say.contractor;
  const what = row.row(capitalise(kindInWords(reply, speaker)));
  if (reply.decision === 'outdated') return said(row.outdated, [row.outdatedMore]);
  if (reply.before !== null)
    return reply.decision === 'approved'
      ? said(row.decidedApproved(reply.before), [what])
      : said(row.decidedDismissed(reply.before), []);
  if (reply.decision === 'dismissed') return said(row.dismissed, [row.dismissedMore]);
  return said(row.approved, [what, reply.row === null ? '' : row.approvedMore(reply.row)]);
}
