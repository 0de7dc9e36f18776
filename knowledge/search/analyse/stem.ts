import snowball from 'snowball-stemmers';

const swedish = snowball.newStemmer('swedish');
const english = snowball.newStemmer('english');

/** Words whose own ending looks like the definite article; nothing is taken from them. */
const uninflected = new Set(
  'internet ethernet intranet tablet paket ticket outlet budget ubiquitet robot pilot hotspot'.split(' '),
);

/** The stem of an English word, lower case. */
export function stemEnglish(word: string): string {
  return english.stem(word);
}

/**
 * The stem of a folded, lower-case Swedish word. Snowball's Swedish rules know neither the neuter article
 * (nätverket, lösenordet, kontot) nor -orn/-eln (projektorn, kabeln), so those are taken off here.
 */
export function stemSwedish(word: string): string {
  if (word.length < 4 || uninflected.has(word)) return word;
  return shorten(withoutNeuterArticle(swedish.stem(word)));
}

function withoutNeuterArticle(stem: string): string {
  if (uninflected.has(stem)) return stem;
  if (/[aeiouy].*[^aeiouy]et$/.test(stem) && stem.length >= 5) return stem.slice(0, -2);
  if (stem.length >= 5 && /[^aeiouy]ot$/.test(stem)) return stem.slice(0, -1);
  if (stem.length >= 6 && /(or|el|al|il)n$/.test(stem)) return stem.slice(0, -1);
  return stem;
}

/** nyckel/nycklar, rummet/rum, trådlöst/trådlös: one form for each pair. */
function shorten(stem: string): string {
  if (stem.length >= 5 && /[^aeiouy]el$/.test(stem)) return `${stem.slice(0, -2)}l`;
  if (stem.length >= 4 && /(mm|nn)$/.test(stem)) return stem.slice(0, -1);
  if (stem.length >= 6 && /igt$/.test(stem)) return stem.slice(0, -1);
  return stem;
}
