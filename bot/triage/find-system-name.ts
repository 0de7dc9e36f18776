import type { Desk } from '#bot/desk/desk.ts';
import type { FoundNote } from '#knowledge/search/note-search.ts';
import { deviceWords } from './lexicon/device-words.ts';
import { fold, toLine, wordsOf } from './text/fold.ts';
import { matches } from './text/patterns.ts';

/** After a word that leads into something: "i Barnlyktan", "from Bokvis". */
const inside =
  /(?:^|[\s,])(?:i|från|ur|in i|inne i|till|into|from|inside)\s+(\p{Lu}\p{Ll}{4,})(?![\p{L}-])/gu;
/** What only a program does. */
const doing =
  /(?:^|[.!?\n]\s*)(\p{Lu}\p{Ll}{4,})\s+(?:kastar|slänger|kraschar|fryser|loggar|sparar|snurrar|bokför|hänger sig|laddar inte|laddar om|svarar inte|går inte att öppna|öppnas inte|vill inte spara|ger fel|visar fel|säger att|crashes|freezes|throws|logs|won.t (?:load|open|save)|keeps (?:logging|crashing|freezing))/gu;
/** Programs and things that other categories have. */
const known =
  /^(?:teams|outlook|windows|word|excel|powerpoint|chrome|google|microsoft|apple|android|wifi|internet|skype|zoom|onedrive|sharepoint|swish|bankid|youtube|skrivbord|inställning|svensk|engelsk|sverige|stockholm|jul|mån|tis|ons|tors|fre|lör|sön)/u;

/**
 * Whether the message names what looks like a business system that no lexicon knows: a proper name that is neither a
 * site's nor a person's nor a thing's, used as one uses a program.
 */
export function namesSystem(text: string, desk: Desk, notes: readonly FoundNote[]): boolean {
  const names = [...text.matchAll(inside), ...text.matchAll(doing)].map((found) => found[1] ?? '');
  const told = (name: string) =>
    notes.some(({ note }) => toLine(noteWords(note)).includes(` ${fold(name)} `));
  return names.some(
    (name) => !known.test(fold(name)) && !isThing(name) && !isKnownName(fold(name), desk) && !told(name),
  );
}

/** A note that tells of it says what it is. */
function noteWords({ title, symptoms }: FoundNote['note']): string {
  return [title, ...symptoms].join(' ');
}

function isThing(name: string): boolean {
  const line = toLine(name);
  return Object.values(deviceWords).some((words) => words.some(({ patterns }) => matches(line, patterns)));
}

const namesOf = new WeakMap<Desk, ReadonlySet<string>>();

/** A desk never changes, and a big one has thousands of names. */
function isKnownName(name: string, desk: Desk): boolean {
  const names = namesOf.get(desk) ?? collectNames(desk);
  namesOf.set(desk, names);
  return names.has(name) || (name.endsWith('s') && names.has(name.slice(0, -1)));
}

function collectNames({ sites, people }: Desk): ReadonlySet<string> {
  const names = [
    ...[...sites.values()].flatMap((site) => [site.name, ...site.aliases, site.area, site.address]),
    ...[...people.values()].map((person) => person.name),
  ];
  return new Set(names.flatMap((name) => wordsOf(toLine(name ?? ''))));
}
