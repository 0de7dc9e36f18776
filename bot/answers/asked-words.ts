import { plainAnalyser } from '#knowledge/search/analyse/analyser.ts';
import { fold, words } from '#knowledge/search/analyse/words.ts';

/** How a question about advice that was given is put. Null: it is none. */
export type Asking =
  /** "Var sitter …?", "vad menas med …?": it asks, whatever it names. */
  | 'question'
  /** "Jag hittar inte …": it asks where, or which. */
  | 'lacks'
  /** "Det finns ingen …", "ja, den är röd": it asks only when that is a thing of the advice, and else tells what is wrong. */
  | 'missing';

/** A longer message tells more than it asks. */
const longestQuestion = 300;
const mostWords = 16;

const opening =
  '(?:(?:men|och|ok|okej|oki|jaha|jo|hm+|mm|hej|nej|sorry|forlat|ursakta|tack|bra|but|and|so|hi|thanks)[,.! ]+)*';
const interrogative =
  'var|vart|vilken|vilket|vilka|vad|va|vem|hur|nar|varfor|where|wheres|which|what|whats|how|hows|when|why|who';
const verbFirst =
  '(?:ska|skall|skulle|kunde|borde|blir|kommer|kan|maste|far|behover|bor|gar|funkar|finns|ar|e|har|galler|menar|betyder|racker|sitter|ligger|star|heter|should|shall|do|does|can|is|are|must|may|will|would|could|did|was|were) ' +
  '(?:jag|man|vi|det|den|dom|de|du|ni|i|it|we|the|you|there|that|they)';
/** "Ska luckan klicka": a verb such as these comes first in questions alone. */
const modalFirst = '(?:ska|skall|skulle|kan|maste|far|behover|bor|should|must|can|may) [a-z]+ [a-z]+';
const questionForm = new RegExp(`^${opening}(?:${interrogative}|${verbFirst}|${modalFirst})(?= |$)`);
const lackForm =
  /\b(?:hittar|hitta|forstar|fattar|begriper|vet) (?:inte|ej|inga|ingen|inget|verkligen inte)\b|\bvet (?:inte )?(?:var|vart|vilken|vilket|vilka|hur|vad)\b|\b(?:cant|cannot|can not|dont|do not|didnt) (?:find|understand|get|know|see)\b/;
const missingForm =
  /\b(?:ser|finns|har|far) (?:inte|ej|inga|ingen|inget)\b|\b(?:is no|are no|have no|no such)\b/;

/** "Ja, den lyser rött": an answer to what the advice says of it. */
const confirmForm = /^(?:ja|jo|japp|jadu|yes|yeah|yep)(?: (?!(?:men|but|fast)\b)\S+){2,6}$/;

const eitherOr = /^(?:(?:den|det|de|the) )?\p{L}+ (?:eller|or) (?:(?:den|det|de|the) )?\p{L}+(?: one)?$/u;

const mostShort = 4;

/** "Den röda?" */
function asksShortly(text: string, line: string): boolean {
  return /\?\s*$/.test(text) && line.split(' ').length <= mostShort;
}

/** What sort of question it is, by its form alone. */
export function findAsking(text: string): Asking | null {
  if (text.length > longestQuestion) return null;
  const line = words(text).join(' ');
  if (line === '' || line.split(' ').length > mostWords) return null;
  if (lackForm.test(line)) return 'lacks';
  if (questionForm.test(line) || eitherOr.test(line) || asksShortly(text, line)) return 'question';
  return missingForm.test(line) || confirmForm.test(line) ? 'missing' : null;
}

/** Words that a question is made of; they say nothing of what it is about. Folded. */
const ofQuestions = new Set(
  words(`
  sitter sitta suttit hittar hitta hittas letar leta ser se syns menar mena menas betyder betyda innebär ligger ligga
  finns heter kallas gör händer förstår förstå fattar begriper vet veta minns exakt egentligen riktigt själv ens nånstans
  jaha ok okej oki hm hmm mm sorry förlåt ursäkta steg steget ordning ordningen först börjar börja säger notisen texten
  skrev skrivit skriver beskriver nej jo ja japp yes yeah yep menade syftar verkligen ungefär åt bör räcker gäller används använda sådan
  sådant såna sån sånt tänker låter läser står isåfall oss ny nytt igenom fattas saknas får fanns länge lång tid
  find see know understand mean means meaning looks look called located sure exactly step first start begin which there
  what where tell explain does such whats wheres hows long takes take
`),
);

/** The words that say what is asked for, as they were written; those that are said of everything only when there are no others. */
export function askedWords(text: string): string[] {
  // Without its dots `nät` is `nåt`, which says nothing.
  const isNetwork = /(?<!\p{L})nät(?!\p{L})/iu.test(text);
  const telling = [...new Set(words(text))].filter(
    (word) =>
      word.length > 1 &&
      !ofQuestions.has(word) &&
      (!plainAnalyser.isEmptyWord(word) || (isNetwork && word === 'nat')),
  );
  const own = telling.filter((word) => !plainAnalyser.isFaintWord(word));
  return own.length > 0 ? own : telling;
}

/** Nothing but words of every report: what is meant is what was said before. */
export function saysLittle(asked: readonly string[]): boolean {
  return asked.every((word) => plainAnalyser.isFaintWord(word));
}

const whereAsked = /\b(?:var|vart|where|wheres|hittar|hitta|find|finns)\b/;
const whereTold =
  /\b(?:sitter|finns|ligger|hanger|bor|hittar|hittas|under|bakom|ovanfor|bredvid|innanfor|utanfor|till hoger|till vanster|uppe|langst|i (?:kok|skap|fick|lad|hyll|rum|parm|tak)\w*|is in|is on|behind|above|below|next to|left|right)\b/;

/** Asked where something is, and told so. */
export const saysWhere = {
  asked: (text: string): boolean => whereAsked.test(fold(text)),
  told: (text: string): boolean => whereTold.test(fold(text)),
};

/** The `det` of "finns det …?" stands for nothing. */
const theSame = /\b(?:den|dom|dem|it|they|them|those|that)\b|(?<!^(?:finns|ar|gar|blir|hur ar|hur gar)) det$/;

/** "Var är den?", "hur gör jag det?": it asks about what was spoken of last. */
export function asksAboutTheSame(text: string): boolean {
  return theSame.test(
    words(text)
      .join(' ')
      .replace(/ (?:da|nu|sen|sjalv|har|dar|then|now)$/, ''),
  );
}

const pointing = new RegExp(
  `^${opening}(?:(?:vilken|vilket|vilka|which) |(?:var|vart|where) (?:sitter|ar|e|star|ligger|is|are) |what does |(?:vad|va) (?:ar|e|var|heter|menas|betyder|menar) )`,
);
const mostPointing = 6;

/** "Vilken sladd?", "vad menas med …?": so short that it points at something that was just said. */
export function pointsAtAdvice(text: string): boolean {
  const line = words(text).join(' ');
  return pointing.test(`${line} `) && line.split(' ').length <= mostPointing;
}

/** "Vilken fjärr?": it names nothing but what was just said, whatever else goes by that word. */
export function onlyPoints(text: string): boolean {
  return pointsAtAdvice(text) && words(text).length <= mostBare;
}

const mostBare = 3;

/** It asks who, or when: no step answers that. */
export function asksWho(text: string): boolean {
  return /^(?:\p{L}+ )?(?:vem|nar|var|vart|who|when|where|ar|is)(?= |$)/u.test(words(text).join(' '));
}

/** "Hittar inte inställningen": what is looked for is what the advice named. */
export function lacksShortly(text: string): boolean {
  return findAsking(text) === 'lacks' && words(text).length <= mostShort;
}

/** It asks how long, or how often. */
export function asksHowLong(text: string): boolean {
  return /(?:^| )(?:hur (?:lange|lang tid|ofta)|how (?:long|often))(?= |$)/.test(words(text).join(' '));
}

/** A text tells how long: `en halv minut`, `tre timmar`, `till våren`. */
export function tellsHowLong(text: string): boolean {
  return (
    /\b(?:sekund|minut|kvart|halvtimm|timm|timme|dygn|dag|dagar|veck|manad|minute|second|hour|day|week|month)(?:er|erna|en|ar|arna|or|ors|s|a|e|n)?\b/.test(
      fold(text),
    ) || /(?<!\p{L})år(?:en|et)?(?!\p{L})/iu.test(text)
  );
}

/** It asks why. */
export function asksWhy(text: string): boolean {
  return /(?:^| )(?:varfor|why)(?= |$)/.test(words(text).join(' '));
}

/** It asks how something is done. */
export function asksHow(text: string): boolean {
  return /^(?:\p{L}+ )?(?:hur|how)(?! (?:lange|lang|ofta|manga|mycket|hogt|stor|stavas|long|often|many|much))(?= |$)/u.test(
    words(text).join(' '),
  );
}

const numbers: Readonly<Record<string, number>> = {
  ett: 1,
  forsta: 1,
  tva: 2,
  andra: 2,
  tre: 3,
  tredje: 3,
  fyra: 4,
  fjarde: 4,
  fem: 5,
  femte: 5,
  one: 1,
  first: 1,
  two: 2,
  second: 2,
  three: 3,
  third: 3,
  four: 4,
  fourth: 4,
  five: 5,
  fifth: 5,
};
const stepNamed =
  /\b(?:steg|steget|step|punkt|punkten)(?: nr| nummer| number)? (\w+)\b|\b(\w+) (?:steget|step|punkten)\b/;

/** The step that is asked about by its number, from 1; null when none is. */
export function stepNamedIn(text: string): number | null {
  const found = stepNamed.exec(fold(text));
  const name = found?.[1] ?? found?.[2];
  if (name === undefined) return null;
  const number = numbers[name] ?? Number(name);
  return Number.isInteger(number) && number > 0 ? number : null;
}
