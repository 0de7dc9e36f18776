import { amountWords, fillerWords } from '#bot/triage/lexicon/filler-words.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import { fold } from './intents.ts';
import { type Turn, tellsFault } from './turn.ts';

const mostWords = 9;
const number = /^[a-z]?\d{1,4}[a-z]?$/;
const place =
  /(?:rum|sal|hall|kok|pentry|korridor|vaning|plan|avdelning|avd|expedition|kontor|reception|entre|kapprum|aula|kallare|forrad|skap|room|floor|kitchen|corridor|classroom)(?:s|met|men|en|et|n|t|ar|er|arna|erna)?$/;
const company = new Set(
  'galler nummer nr sitter ligger finns hanger blaa bla roda rod gula gul grona gron vita vit svarta stora lilla stycken st alla numret kallas heter forlat ursakta tillagg number its the one ones'.split(
    ' ',
  ),
);

/**
 * "28 st", "de står i NO-salen", "det gäller nummer 7": how many, which or where, and nothing else. It belongs to what
 * was said before, whatever else goes by the name of that place.
 */
export function saysOnlyDetail(turn: Turn, own: Triage): boolean {
  if (/\?/.test(turn.text) || tellsFault(turn) || own.site.source === 'mention' || own.wantsPerson)
    return false;
  const said = fold(turn.text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const details = said.filter((word) => number.test(word) || place.test(word));
  const isSmall = (word: string) => fillerWords.has(word) || amountWords.has(word) || company.has(word);
  return (
    details.length > 0 &&
    said.length <= mostWords &&
    said.every((word) => details.includes(word) || isSmall(word))
  );
}
