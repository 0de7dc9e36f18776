import snowball from 'snowball-stemmers';
import { snowballSwedish } from './snowball-swedish.ts';

/** Beyond this many different words (some 40 MB) the rest are stemmed each time. */
const rememberedStems = 400_000;
const english = snowball.newStemmer('english');

/** Words whose own ending looks like the definite article; nothing is taken from them. */
const uninflected = new Set(
  'internet ethernet intranet tablet paket ticket outlet budget ubiquitet robot pilot hotspot'.split(' '),
);

/** Forms that no rule should be bent for. */
const irregular = new Map([
  ['konton', 'konto'],
  ['kontona', 'konto'],
  ['moss', 'mus'],
  ['papprena', 'papp'],
  ['glomt', 'glom'],
  ['glomde', 'glom'],
]);

/** The stem of an English word, lower case. */
export const stemEnglish = remember((word) => english.stem(word));

/** dator, kopiator, projektor, kontor: Snowball takes their -or for a plural, as in plattor. */
const endsInOr = /^(.*(?:dat|..at|mot|monit|kont|ekt|okt|akt)or)(?:n|ns|s|er|ers|erna|ernas|en|ens|et|ets)?$/;

/**
 * The stem of a folded, lower-case Swedish word. Snowball's Swedish rules know neither the neuter article
 * (nätverket, lösenordet, kontot) nor -an (plattan), -orn and -eln (projektorn, kabeln): those are taken off here.
 */
export const stemSwedish = remember((word) => {
  if (word.length < 4 || uninflected.has(word)) return word;
  const known = irregular.get(word) ?? endsInOr.exec(word)?.[1] ?? /^(.{3,}los)[at]?$/.exec(word)?.[1];
  return known ?? shorten(withoutArticle(snowballSwedish(word)));
});

function withoutArticle(stem: string): string {
  if (uninflected.has(stem)) return stem;
  if (/[aeiouy].*[^aeiouy](et|an)$/.test(stem) && stem.length >= 5) return stem.slice(0, -2);
  if (stem.length >= 5 && /[^aeiouy]ot$/.test(stem)) return stem.slice(0, -1);
  if (stem.length >= 6 && /(el|al|il|er)n$/.test(stem)) return stem.slice(0, -1);
  return stem;
}

/** nyckel/nycklar, server/servrar, rummet/rum, segt/seg: one form for each pair. */
function shorten(stem: string): string {
  if (stem.length >= 5 && /[^aeiouy]el$/.test(stem)) return `${stem.slice(0, -2)}l`;
  if (stem.length >= 4 && /(mm|nn)$/.test(stem)) return stem.slice(0, -1);
  if (stem.length >= 4 && /[aeiouy]gt$/.test(stem)) return stem.slice(0, -1);
  if (stem.length >= 5 && /[bdfgklmnpstv]r$/.test(stem)) return stem.slice(0, -1);
  return stem;
}

/** Snowball takes microseconds a word, and a desk says the same words over and over. */
function remember(stem: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const fresh = stem(word);
    if (known.size < rememberedStems) known.set(word, fresh);
    return fresh;
  };
}
