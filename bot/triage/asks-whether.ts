import type { Heard } from './hear.ts';
import { matches, patterns } from './text/patterns.ts';

/** "Finns det wifi här?", "får besökare …?": a question that opens with its verb. */
const openings =
  /^(?:\p{L}+, )?(?:finns|får|fungerar|funkar|går|är|har|kan (?:man|vi|jag|besökare|gäster|föräldrar|eleverna|barnen)|ska (?:man|vi)|is there|are there|do you|do we|does|can (?:i|we|visitors|guests|parents)|may|is it)(?! \p{L}*(?:inte|ej)(?!\p{L}))/iu;
const wondering = patterns(`
undrar om _ * | fråga om _ * | frågar om _ * | vet ni/du om | wonder/wonders/asks/asking/know if/whether
undrar om det? finns/går/får | frågar om det? finns/går/får
`);
const trouble = patterns(
  'problem | strul* | krångl* | krångel | driftstörning* | avbrott* | trouble | issue* | outage*',
);

/** A question whether there is something or whether it may be done: nothing is said to be wrong. */
export function asksWhether({ text, line }: Heard): boolean {
  if (matches(line, trouble)) return false;
  const questions = text.split(/(?<=[.!?\n])\s+/u).filter((part) => part.trim().endsWith('?'));
  return questions.some((part) => openings.test(part.trim())) || matches(line, wondering);
}
