import type { Desk } from '#bot/desk/desk.ts';
import type { Person } from '#bot/desk/person.ts';
import { findMentions, type Mention } from './find-mentions.ts';
import type { SiteFinding } from './triage-result.ts';

export type SiteQuestion = {
  readonly text: string;
  readonly from: Person;
  /** Chosen for this matter with a button: wins over everything. */
  readonly chosenId: string | null;
  /** Known to be there today: wins over the home sites. */
  readonly givenId: string | null;
};

/** Said in words, else given, else the one home site, else not settled, with the sites to choose from. */
export function findSite(question: SiteQuestion, desk: Desk): SiteFinding {
  const { from } = question;
  if (question.chosenId !== null && desk.sites.has(question.chosenId))
    return settled(question.chosenId, 'given', 1);
  const homes = from.homeSiteIds.filter((id) => desk.sites.has(id));
  const given = question.givenId !== null && desk.sites.has(question.givenId) ? question.givenId : null;
  const mention = bestMention(question.text, desk, homes, given);
  if (mention !== null) return bySaying(mention, homes, given);
  if (given !== null) return settled(given, 'given', 1);
  const [home] = homes;
  if (home !== undefined && homes.length === 1) return settled(home, 'home', 0.9);
  return { id: null, source: 'none', confidence: 0, candidates: homes };
}

function settled(id: string, source: SiteFinding['source'], confidence: number): SiteFinding {
  return { id, source, confidence, candidates: [] };
}

/** A name shared by several sites means the one where the person belongs, when there is exactly one such. */
function bySaying(mention: Mention, homes: readonly string[], given: string | null): SiteFinding {
  const ids = mention.siteIds;
  const confidence = mention.guessed ? 0.8 : 0.97;
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return settled(only, 'mention', confidence);
  const known = ids.filter((id) => homes.includes(id) || id === given);
  const [mine] = known;
  if (mine !== undefined && known.length === 1) return settled(mine, 'mention', 0.85);
  return { id: null, source: 'none', confidence: 0.3, candidates: known.length > 1 ? known : ids };
}

/**
 * The mention that counts: what the person said last (a later line corrects an earlier one), there one where
 * they say that they are, else the first one.
 */
function bestMention(
  text: string,
  desk: Desk,
  homes: readonly string[],
  given: string | null,
): Mention | null {
  for (const line of text.split('\n').reverse()) {
    const mentions = findMentions(line, desk).filter((mention) => counts(mention, homes, given));
    const best = mentions.find((mention) => mention.placed) ?? mostExact(mentions);
    if (best !== undefined) return best;
  }
  return null;
}

/** A word that may be ordinary names a site only to somebody who belongs there, or who belongs nowhere. */
function counts(mention: Mention, homes: readonly string[], given: string | null): boolean {
  if (mention.denied) return false;
  if (!mention.doubtful) return true;
  if (homes.length === 0 && given === null) return mention.led;
  return mention.siteIds.some((id) => id === given || homes.includes(id));
}

function mostExact(mentions: readonly Mention[]): Mention | undefined {
  return (
    mentions.find((mention) => mention.siteIds.length === 1 && !mention.guessed) ??
    mentions.find((mention) => !mention.guessed) ??
    mentions[0]
  );
}
