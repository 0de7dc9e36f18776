import type { Category } from '#bot/desk/category.ts';
import { givenAwaySource, intrusionSource, lossSource } from './lexicon/security-words.ts';
import { matches, patterns } from './text/patterns.ts';

const givenAwayWords = patterns(givenAwaySource);
const lossWords = patterns(lossSource);
const incidentWords = patterns([lossSource, intrusionSource, givenAwaySource, 'polisen'].join('\n'));
const notGiven = patterns(
  `skrev inte | skrev aldrig | inte skrivit | didnt enter | did not enter | skrev ej`,
);

/** A thing is lost or stolen, or a secret given away: a person acts on it, whatever the note says. */
export function findSecurityIncident(line: string, category: Category | null): boolean {
  return category === 'security' && matches(line, incidentWords) && !matches(line, notGiven);
}

const swindleWords = patterns(`
fejk* | bedrägeri* | lurad | skickas _ mejl | konstigt/fejk/falskt/skumt sms | virus* | nätfiske* | phishing* | bluff* | klick* _ länk* | presentkort* | swish* | gmail*
känns/verkar/ser _ skumt/konstigt/märkligt/lurt/misstänkt | bankuppgift* | gift card* | suspicious *
misstänkt* | skumt/konstigt/märkligt mejl/mail/sms | länk | link | okänd avsändare | falsk*
ring* ett nummer | microsoft | popup* | pop up | fake
`);
/** The field's own words for what people tell as a story, so that the search finds the note about it. */
export function searchHints(line: string): string {
  if (matches(line, lossWords)) return 'borttappad stulen enhet';
  return matches(line, swindleWords) || matches(line, givenAwayWords)
    ? 'nätfiske misstänkt mejl länk virus'
    : '';
}
