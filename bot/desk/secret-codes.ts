import type { Span } from './personal-identity-number.ts';
import type { Folded } from './secret-fold.ts';
import type { Atom, Digits } from './secret-numbers.ts';
import { visitDigits } from './secret-numbers.ts';
import { liesInside, liesWithin } from './secret-other-numbers.ts';

/** A stretch of `Folded.plain` with its kind. */
export type Found = { readonly from: number; readonly to: number; readonly kind: string };

/** From so many digits on a number is the code whatever stands around it; a shorter one may be a room or a time. */
const telling = 6;
const shortest = 3;
const nearBefore = 60;
const nearAfter = 30;
const codeWord =
  /(?<!fel|fel-|qr|qr-|streck|post|lands|rikt|farg|error |error-|fault |zip |area )(?:kod(?:en|er|erna)?\b|code\b|codes\b)|larm(?!et tjut)|alarm|\bpin\b|\blas(?:et)?\b|\block\b|siffr|digits?\b/u;
/** Names something else with the number right after it. */
const otherName =
  /(?:\bkl|klockan|\brum|\bsal|\broom|\bvlan|\bport|\bar|\byear|\bplan|\bhus|arende(?:t|nummer)?|\bcase|\bnr|nummer|\buttag(?:et)?|\bdator|\bdel|\bmodell|\bmodel|\bversion|\bid|felkod(?:en)?|error(?: code)?|tel|telefon|tfn|ring|\bfran|\bto|\btill|\bca|cirka|\bdet ar)[\s.:#]*$/u;
const unitAfter =
  /^\s*(?:kr\b|kronor|st\b|mb\b|gb\b|px\b|ms\b|min\b|minuter|ggr|ganger|%|sidor|barn\b|elever|x\s*[0-9])/u;
const identifierBefore = /[\p{L}0-9][-_/]?$/u;

/** Whether digits that a fact holds stand here as that code. `others`: longer numbers of other kinds. */
export function isKnownCode(found: Digits, { plain }: Folded, others: readonly Span[]): boolean {
  const { digits, from, to, groups, words } = found;
  if (isNamedCode(plain, from, to)) return true;
  const isWhole = groups.length === 1 && !words;
  // `90.76.12` may look like a version and is the code all the same; inside a longer number it is not.
  if (digits.length >= telling) return isWhole || words || !liesInside(others, from, to);
  if (digits.length <= shortest) return false;
  if (isWhole) return standsAlone(plain, from, to) && !liesWithin(others, from, to);
  if (words) return groups.length > 2 || found.fillers === 0;
  if (liesWithin(others, from, to)) return false;
  const between = plain.slice(from, to).replaceAll(/[0-9]/gu, '');
  return groups.every((size) => size === 1) ? !between.includes(',') : /^[\s\n]{1,2}$/u.test(between);
}

/** "Koden är …" before it or "… är larmkoden" after it. */
function isNamedCode(plain: string, from: number, to: number): boolean {
  const before = plain.slice(Math.max(0, from - nearBefore), from);
  const after = plain.slice(to, to + nearAfter).split(/[.!?\n]/u)[0] ?? '';
  return codeWord.test(before) || codeWord.test(after);
}

function standsAlone(plain: string, from: number, to: number): boolean {
  const before = plain.slice(Math.max(0, from - 20), from);
  return !identifierBefore.test(before) && !otherName.test(before) && !unitAfter.test(plain.slice(to));
}

const ofDoor =
  '(?:\\p{L}*(?:dorr|port(?!al|atil|fol)|grind|las(?!ning|ar|are)|larm|entre|ingang|forrad|garage|kassaskap|nyckelskap|nyckelbox|skap|lokal|hiss|byggnad|hus(?!et\\b.{0,3}wifi))\\p{L}*|door|gate|alarm|lock|entrance|key ?box|key ?safe|building|cabinet|safe)';
const codeNames = [
  '(?<alarm>\\p{L}*a?larm(?:s|et|ets)?-?\\s?kod(?:en|er)?|alarm code|larma(?:s|r)? (?:av|pa|ifran|till) med|alarm pin)',
  '(?:port|ytterport|dorr|ytterdorrs?|entre|grind|las|kodlas|skap|nyckelskaps?|tagg|passer|inpasserings|garage|hiss|forrads?)-?\\s?kod(?:en|er|erna)?',
  '(?:door|gate|entry|entrance|lock|access|key ?box) code',
  `(?:kod(?:en)?|pinkod(?:en)?) (?:till|for|pa|i|vid|at) (?:(?!fel)[\\p{L}]+ ){0,3}?${ofDoor}`,
  `code (?:to|for|on|of) (?:\\p{L}+ ){0,3}?${ofDoor}`,
];
const named = new RegExp(`(?<!\\p{L})(?:${codeNames.join('|')})(?!\\p{L})`, 'gu');
const bare = /(?<![\p{L}-])(?:koden|the code|kod)(?!\p{L})/gu;
const doorNear =
  /dorr|\blas(?:et|ad|t)?\b|larm|entre|\bport(?:en)?\b|grind|nyckel|ingang|komma in|kommer in|slapp|\bdoor|\bgate|alarm|\block|entrance/u;
const elsewhere = /\bfel|error|visar|skarm|meddela|\bsms|\bapp|blinkar|display|shows|qr|streck/u;
/** What may stand between the name of a code and the code. */
const leadUp =
  /^(?:\s+(?:till|for|pa|i|vid|at|to|on|of|the|hos)(?:\s+[\p{L}-]+){1,4}?)?(?:\s*(?:ar|e|is|was|var|lyder|heter|blir|blev|numera|nu|just|fortfarande|alltid|borjar|slutar|starts|ends|pa|med|with|now|ny|nya|alltsa|ju|bytt|andrad|:|=|-|–|—|>|→|,|\(|"|'|”|“|\*|_|`|\[))*\s*$/u;
const backLead = /^["'”\s)#*.,]*\s*(?:ar|e|is|=|->|→|som|\(|,)\s*(?:den |the |var |vart |our |ny |nya )?$/u;
const pressed =
  /(?<!\p{L})(?:sla|slar|tryck|tryck in|knappa in|knappa|mata in|press|punch in|key in)(?: in)?(?: koden)?[\s:"”']+$/u;

/** Codes for doors and alarms that the words give away, known or not: "portkoden är fyra sju ett ett". */
export function findNamedCodes(folded: Folded, atoms: readonly Atom[], others: readonly Span[]): Found[] {
  const { plain } = folded;
  if (!/kod|code|larm|alarm|sla|tryck|knapp|press|punch/.test(plain)) return [];
  const names = [...plain.matchAll(named), ...bareNames(plain)].map((found) => ({
    from: found.index,
    to: found.index + found[0].length,
    kind: found.groups?.alarm === undefined ? 'door_code' : 'alarm_code',
  }));
  const numbers = longestNumbers(atoms, plain);
  return numbers.flatMap((number) => {
    const said = names.find((name) => leadsTo(name, number, plain, others) || follows(name, number, plain));
    const kind = said?.kind ?? (isPressed(number, plain) ? 'door_code' : null);
    return kind === null ? [] : [{ from: number.from, to: number.to, kind }];
  });
}

function bareNames(plain: string): RegExpExecArray[] {
  return doorNear.test(plain) && !elsewhere.test(plain) ? [...plain.matchAll(bare)] : [];
}

/** Of the ways to read each number the longest whose parts stand close. */
function longestNumbers(atoms: readonly Atom[], plain: string): Digits[] {
  const longest = new Map<number, Digits>();
  visitDigits(atoms, (found) => {
    if (found.digits.length < shortest || found.digits.length > 10 || !isClose(found, plain)) return;
    const known = longest.get(found.from);
    if (known === undefined || found.to > known.to) longest.set(found.from, found);
  });
  return [...longest.values()];
}

function isClose({ from, to, groups, words, fillers }: Digits, plain: string): boolean {
  if (groups.length === 1) return true;
  if (words) return fillers <= 2;
  const between = plain
    .slice(from, to)
    .split(/[0-9]+/)
    .slice(1, -1);
  const small = groups.every((size) => size <= 4);
  const joint = small ? /^(?:[\s\-–—_/·*.,|]{1,4}|,? ?(?:och|sen|sedan|and|then),? ?)$/u : /^[ \-–—_]{1,2}$/u;
  return between.every((gap) => joint.test(gap));
}

function leadsTo(name: Found, number: Digits, plain: string, others: readonly Span[]): boolean {
  if (number.from < name.to || number.from - name.to > 80) return false;
  const lead = plain.slice(name.to, number.from);
  if (!leadUp.test(lead)) return false;
  const says = /(?:\b(?:ar|e|is|was|var|lyder|heter|blir|blev)\b|[:=>→])[^\p{L}]*(?:\p{L}+\s*){0,2}$/u.test(
    lead,
  );
  return says || !liesWithin(others, number.from, number.to);
}

function follows(name: Found, number: Digits, plain: string): boolean {
  return (
    name.from >= number.to && name.from - number.to < 20 && backLead.test(plain.slice(number.to, name.from))
  );
}

function isPressed(number: Digits, plain: string): boolean {
  const before = plain.slice(Math.max(0, number.from - 40), number.from);
  return pressed.test(before) && doorNear.test(plain.slice(Math.max(0, number.from - 80), number.to + 60));
}
