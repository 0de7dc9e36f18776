/** What the person's own words say about device, beginning and reach. Simple rules; null = not said. */
export type WordFindings = {
  readonly device: string | null;
  readonly since: string | null;
  readonly affected: string | null;
};

const letter = '[\\p{L}\\p{N}-]';
const deviceStems = [
  'projektor',
  'kanon',
  'skrivar',
  'skrivare',
  'kopiator',
  'dator',
  'laptop',
  'chromebook',
  'surfplatt',
  'lärplatt',
  'ipad',
  'padd',
  'skärm',
  'tv-',
  'högtalar',
  'mikrofon',
  'headset',
  'kamera',
  'dokumentkamera',
  'telefon',
  'mobil',
  'router',
  'switch',
  'accesspunkt',
  'tangentbord',
  'smartboard',
  'tavla',
  'scanner',
  'skanner',
  'printer',
  'projector',
  'computer',
  'tablet',
  'screen',
  'display',
  'speaker',
  'keyboard',
  'phone',
];
const place = `(?:\\s+(?:i|på|hos|in|at|on)\\s+(?:the\\s+)?${letter}+)?`;
const device = new RegExp(`(?<!${letter})${letter}*(?:${deviceStems.join('|')})${letter}*${place}`, 'iu');

const day = '(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en|s)?';
const englishDay = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const sincePatterns = [
  `(?:sedan|sen|alltsedan)\\s+(?:i\\s*)?(?:morse|går(?:\\s+(?:kväll|morse|eftermiddag|förmiddag))?|förrgår|natt|kväll(?:s|en)?|dag|lunch(?:en)?|helgen|${day}|förra\\s+veckan|kl(?:ockan)?\\.?\\s*\\d{1,2}(?:[.:]\\d{2})?|\\p{L}+(?:en|et|an|ningen)(?=[\\s,.!?]|$))`,
  `(?:efter|after)\\s+(?:den\\s+|the\\s+)?(?:uppdatering|åskan|strömavbrott|flytt|update|power|thunder|move)\\p{L}*(?:\\s+\\p{L}+)?`,
  `hela\\s+(?:dagen|morgonen|veckan|förmiddagen|eftermiddagen|helgen)`,
  `i\\s+(?:\\d+|en|ett|två|tre|fyra|fem|flera)\\s+(?:minuter|timm(?:e|ar)|dag(?:ar)?|vecka|veckor)`,
  `i\\s*(?:morse|går|natt)`,
  `since\\s+(?:this\\s+)?(?:morning|yesterday|last\\s+\\p{L}+|noon|${englishDay}|\\d{1,2}(?::\\d{2})?)`,
  `for\\s+(?:\\d+|a|an|two|three|several)\\s+(?:minutes?|hours?|days?|weeks?)`,
  `(?:all|the\\s+whole)\\s+(?:day|morning|week)`,
];
const affectedPatterns = [
  `hela\\s+(?:förskolan|skolan|avdelningen|huset|boendet|biblioteket|kontoret|enheten|personalen|klassen|våningen|gruppen)`,
  `(?:alla|samtliga)(?:\\s+(?:(?:på|i)\\s+\\p{L}+|barn(?:en)?|elever(?:na)?|kollegor(?:na)?|boende|datorer(?:na)?|paddor(?:na)?))?`,
  `ingen\\s+(?:kan|av|kommer|här|hos|på)(?:\\s+\\p{L}+)?`,
  `(?:vi\\s+är\\s+)?flera(?:\\s+(?:stycken|kollegor|personer|av\\s+oss|avdelningar))?`,
  `(?:bara|endast)\\s+(?:jag|min|mitt|mig|hos\\s+mig)(?:\\s+\\p{L}+)?`,
  `(?:the\\s+)?whole\\s+(?:school|preschool|department|building|site|team|floor)`,
  `(?:everyone|everybody|nobody|no\\s+one|all\\s+of\\s+us|several\\s+of\\s+us|many\\s+of\\s+us)`,
  `(?:only|just)\\s+(?:me|my(?:\\s+\\p{L}+)?)`,
];

/** Reads the words of a report. Only what was really said: the phrase itself, never a guess. */
export function readWords(words: string): WordFindings {
  return {
    device: phrase(words, [device]),
    since: phrase(words, compile(sincePatterns)),
    affected: phrase(words, compile(affectedPatterns)),
  };
}

function compile(patterns: readonly string[]): RegExp[] {
  return patterns.map((pattern) => new RegExp(`(?<!${letter})(?:${pattern})(?!${letter})`, 'iu'));
}

/** The first pattern that is there, on one line. */
function phrase(words: string, patterns: readonly RegExp[]): string | null {
  for (const pattern of patterns) {
    const found = pattern.exec(words)?.[0].replace(/\s+/g, ' ').trim();
    if (found) return found;
  }
  return null;
}
