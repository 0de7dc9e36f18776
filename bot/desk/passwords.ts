import type { Span } from './personal-identity-number.ts';

export type PasswordSpan = Span & {
  /** `likely`: an ordinary word where a password would stand ("mitt lösenord är kattunge"). */
  readonly certainty: 'certain' | 'likely';
};

/** Words for a password, with compounds ("wifi-lösenordet"), common misspellings and our users' languages. */
const passwordWord =
  '[\\p{L}\\d-]{0,40}l[öo]ss?e?n(?:ord|kod|fras)(?:et|en)?|lösen(?:et)?|pass?wor[dt]|passwd|pwd|passcode|passphrase|passord|salasana|hasło|adgangskode|kodeord|contraseña|mot de passe|şifre|пароль|كلمة (?:المرور|السر)';
const pinWord = 'pin(?:[- ]?(?:kod|code|koodi))?(?:en)?|puk(?:[- ]?kod)?(?:en)?';
const keyPattern = new RegExp(`(?<![\\p{L}\\d])(?:(?<pin>${pinWord})|${passwordWord})(?![\\p{L}\\d])`, 'giu');
/** What may stand before such a word when the password came first: "Sommar2024 är mitt". */
const reversed =
  /(?<value>\S{5,80})\s{1,3}(?:är|is|som|as|=)\s{1,3}(?:(?:mitt|min|vårt|det|the|my|our|nya|gamla)\s{1,3}){0,3}$/iu;
/** Any of the words has one of these in it; most texts have none, and are done with. */
const quick = /l[öo]s|pin|puk|pass|pasw|pwd|kode|salasana|hasło|contrase|mot de|şifre|пароль|كلمة/iu;

const connectors = new Set([
  ':',
  '=',
  '->',
  '→',
  'är',
  'e',
  'is',
  'var',
  'was',
  'blev',
  'on',
  'er',
  'ist',
  'to:',
  'till:',
]);
/** Words that may stand between the connector and the password. */
const fillers = new Set(
  'fortfarande nu just alltid väl ju nog då typ bara always still now just currently satt ändrat bytt till to'.split(
    ' ',
  ),
);
/** What people say of a password instead of saying it. */
const notPasswords = new Set(
  `fel borta glömt glömd bortglömt utgånget utgången slut låst låsta spärrat spärrad gammalt gammal nytt ny bytt bytts ändrat ändrad rätt
   korrekt ogiltigt giltigt okänt samma inte ej aldrig alltid redan för minst högst sparat sparad personligt hemligt svagt starkt kort långt
   enkelt svårt nödvändigt krävs saknas känt öppet tomt blankt obligatoriskt återställt nollställt skickat uppdaterat det den detta som att
   ditt dina mitt min sitt vårt ett en byt byts byte ändra se gå fråga ring kontakta välj skriv ange enligt finns ligger utan via med på i
   wrong expired forgotten locked lost old new changed correct incorrect invalid valid unknown same not never always required missing reset
   saved personal secret weak strong short long your my the a an set see ask none empty ingen inget nej ja yes no ok`.split(
    /\s+/,
  ),
);
const wordsAhead = 8;

/** Passwords and PINs that a text gives away, in order. Says nothing about words on passwords in general. */
export function findPasswords(text: string): PasswordSpan[] {
  const found: PasswordSpan[] = [];
  if (!quick.test(text)) return found;
  for (const key of text.matchAll(keyPattern)) {
    const span = findValue(text, key.index + key[0].length, key.groups?.pin !== undefined);
    if (span) found.push(span);
    const before = findValueBefore(text, key.index);
    if (before) found.push(before);
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((span, index) => index === 0 || (found[index - 1]?.end ?? 0) <= span.start);
}

type Token = {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
};

/** "Sommar2024 är mitt lösenord". */
function findValueBefore(text: string, keyStart: number): PasswordSpan | null {
  const start = Math.max(0, keyStart - 120);
  const match = reversed.exec(text.slice(start, keyStart));
  if (match === null) return null;
  const { start: from, end, value } = trimToken(text, start + match.index, match.groups?.value ?? '');
  return isMixed(value) ? { start: from, end, certainty: 'certain' } : null;
}

/** Looks along the words after the key, as far as the clause goes. */
function findValue(text: string, from: number, pin: boolean): PasswordSpan | null {
  const tokens = [
    ...text
      .slice(from, from + 200)
      .matchAll(/"[^"\n]{1,60}"|”[^”\n]{1,60}”|'[^'\n]{1,60}'|[:=]+(?=\S)|\S+/gu),
  ];
  let connector: string | null = null;
  let connectorFirst = false;
  let sinceConnector = 0;
  for (const [index, match] of tokens.slice(0, wordsAhead).entries()) {
    const raw = match[0];
    const lower = raw.toLowerCase();
    if (/^[:=]+$/.test(raw) || connectors.has(lower)) {
      connector = lower;
      connectorFirst = index === 0;
      sinceConnector = 0;
      continue;
    }
    const token = trimToken(text, from + match.index, raw);
    const standing = { connector, connectorFirst, adjacent: index === 0, sinceConnector, pin };
    const certainty = judge(token, standing, text.slice(token.end));
    if (certainty) return { start: token.start, end: token.end, certainty };
    if (
      /[.!?;]$/.test(raw) ||
      /\n/.test(text.slice(from + match.index + raw.length, from + match.index + raw.length + 1))
    )
      return null;
    if (!fillers.has(lower)) sinceConnector += 1;
  }
  return null;
}

type Standing = {
  readonly connector: string | null;
  /** The connector followed the word itself: "lösenordet är …". */
  readonly connectorFirst: boolean;
  readonly adjacent: boolean;
  readonly sinceConnector: number;
  readonly pin: boolean;
};

function judge(token: Token, standing: Standing, following: string): PasswordSpan['certainty'] | null {
  const { value } = token;
  if (value.length < 3 || isPlaceholder(value) || isSomethingElse(value)) return null;
  const near = standing.connector !== null && standing.sinceConnector === 0;
  if (/^\d+$/.test(value)) {
    const digitsMean = standing.pin
      ? near || standing.adjacent
      : near || (standing.adjacent && value.length > 4);
    return digitsMean && value.length >= 4 ? 'certain' : null;
  }
  if (hasSymbolInside(value)) return 'certain';
  if (isMixed(value) && (near || standing.adjacent || (standing.connector !== null && value.length >= 8))) {
    return 'certain';
  }
  if (!near || notPasswords.has(value.toLowerCase())) return null;
  if (token.quoted) return 'certain';
  return endsClause(following) ? weakCertainty(value, standing) : null;
}

/** `password=sommar` is one; "Lösenord: sommar" and "mitt lösenord är kattunge" likely; "PIN är spärrad" says how it is. */
function weakCertainty(value: string, standing: Standing): PasswordSpan['certainty'] | null {
  if (standing.connector === '=') return 'certain';
  if (standing.connector === ':') return 'likely';
  const saysIt =
    ['är', 'e', 'is'].includes(standing.connector ?? '') && standing.connectorFirst && !standing.pin;
  const describes = /(?:ed|ad|at|able|bart?|ande|igt?|liga)[!?]*$/i.test(value);
  return saysIt && !describes ? 'likely' : null;
}

function endsClause(following: string): boolean {
  return /^["'”)\]]*\s*(?:$|\n|[.,;!?)]|(?:och|o|men|så|om|and|but|so|if)\s)/u.test(following);
}

/** Letters and digits in one word of at least five. */
function isMixed(value: string): boolean {
  return value.length >= 5 && /\p{L}/u.test(value) && /\d/.test(value) && !isSomethingElse(value);
}

/** `Tallbarr!Regn77`, `Sommarkatt#88`: nobody writes words like that for another reason. */
function hasSymbolInside(value: string): boolean {
  return (
    value.length >= 6 && /[\p{L}\d][!#$%&*?^~§€£@+=][\p{L}\d]/u.test(value) && /\d|[!#$%^~§€£]/.test(value)
  );
}

/** Addresses, dates, times, amounts of something and telephone numbers. */
function isSomethingElse(value: string): boolean {
  return (
    /^\S+@\S+\.\p{L}{2,}$/u.test(value) ||
    /^(?:https?:|www\.)/i.test(value) ||
    /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:\/\S*)?$/u.test(value) ||
    (/^[\d.:/–-]+$/.test(value) && !/^\d+$/.test(value)) ||
    /^(?:windows|office|microsoft|m|ipados|ios|android)-?\d+$/i.test(value)
  );
}

/** `****`, `<ditt lösenord>`, `[borttaget]`, `${PASSWORD}`, `xxxx`. */
function isPlaceholder(value: string): boolean {
  return /^[*•·x_.…-]+$/i.test(value) || /^[<[{$%(]/.test(value);
}

function trimToken(text: string, start: number, raw: string): Token {
  const quoted = /^(["'”]).*\1$/u.test(raw);
  const lead = /^["'”“«(]+/u.exec(raw)?.[0].length ?? 0;
  const tail = /["'”“»)\]}.,;:]+$/u.exec(raw.slice(lead))?.[0].length ?? 0;
  const end = start + raw.length - tail;
  return { value: text.slice(start + lead, end), start: start + lead, end, quoted };
}
