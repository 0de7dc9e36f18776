import { insightWords } from '#bot/i18n/insights.ts';
import type { Speaker } from '#bot/i18n/speaker.ts';
import type { WorthDoing } from '#bot/reply/figures.ts';
import type { ReplyOf } from './reply-of.ts';
import { bullet, type Said, said } from './said.ts';

/** What would help most: the thing, and what a replay says it would have changed. */
export function sayWeek({ things }: ReplyOf<'figures-week'>, speaker: Speaker): Said {
  const { card } = insightWords(speaker.language);
  if (things.length === 0) return said(card.weekly, [card.nothing]);
  return said(card.weekly, [card.weeklyIntro, ...things.map((thing) => bullet(worthDoing(thing, speaker)))]);
}

/** A head's own site, for last month: counts, and shares never. */
export function saySite(reply: ReplyOf<'figures-site'>, speaker: Speaker): Said {
  const { card } = insightWords(speaker.language);
  const { siteName, reported, reportedBefore, withoutCase, open, medianHours, most } = reply;
  const lines = [
    card.siteReported(reported, reportedBefore),
    card.siteSelf(withoutCase, reported),
    ...(medianHours === null ? [] : [card.siteTime(card.hours(medianHours))]),
    ...most.map(({ category, count }) => card.siteMost(speaker.say.words.category[category], count)),
    ...(most.length === 0 ? [card.siteFew] : []),
    card.siteOpen(open),
  ];
  return said(card.site(siteName, monthName(reply.month, speaker)), lines.map(bullet));
}

function worthDoing(thing: WorthDoing, { language, say }: Speaker): string {
  const { card, effect, because } = insightWords(language);
  const { category } = say.words;
  switch (thing.kind) {
    case 'write-note':
      return `${card.writeNote(thing.title)}. ${effect.note(thing.changed, thing.replayed)}`;
    case 'mend-note':
      return `${card.mendNote(thing.title, thing.notSolved, thing.of)}. ${effect.mend(thing.changed, thing.replayed)}`;
    case 'visit-site':
      return `${card.visit(thing.siteName, thing.device ?? category[thing.category], thing.cases)}. ${effect.visit(thing.changed, thing.replayed)}`;
    case 'change-row':
      return `${card.row(category[thing.category], thing.contractorName)}. ${effect.row(thing.changed, thing.replayed, thing.hours)}`;
    case 'talk-to-contractor':
      return `${card.contractor(thing.contractorName)}. ${because.contractor(thing.late, thing.of, thing.hours)}`;
  }
}

/** "oktober 2026" */
function monthName(month: string, { date }: Speaker): string {
  return date(`${month}-01`).replace(/^1 /, '');
}
