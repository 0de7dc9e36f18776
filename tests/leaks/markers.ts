import type { Deed } from '#bot/desk/access.ts';

/** Ways out of Vaktis: where somebody reads what it says. */
export const entrances = ['chat', 'channel', 'press', 'search', 'form', 'tab', 'ticket', 'log'] as const;
export type Entrance = (typeof entrances)[number];

/** Things that are planted, each with words or digits that stand nowhere else. */
export const kinds = [
  'technician note',
  'draft',
  'typed text',
  'private part',
  'another’s case',
  'secret fact',
  'withheld fact',
  'site fact',
  'absence reason',
  'staff’s telephone',
] as const;
export type Kind = (typeof kinds)[number];

export type Marker = { readonly kind: Kind; readonly name: Name; readonly text: string };

/** Where the table answers whether somebody may be told such a thing in that way. */
export function deedOf(kind: Kind, entrance: Entrance): Deed {
  const looks = entrance === 'search' || entrance === 'form' ? 'find' : 'ask';
  const inTab = entrance === 'tab' || entrance === 'ticket';
  // A card of a case, or of a note that is due, shows what its reader may read in the tab.
  const isShown = inTab || entrance === 'press';
  switch (kind) {
    case 'technician note':
      return isShown ? 'technician-notes read' : `technician-notes ${looks}`;
    case 'draft':
      return isShown ? 'unpublished-notes read' : `unpublished-notes ${looks}`;
    case 'typed text':
      return 'typed-text read';
    case 'private part':
      return inTab ? 'private-parts read' : `private-parts ${looks}`;
    case 'another’s case':
      if (entrance === 'tab') return 'work read';
      return looks === 'find' ? 'others-cases find' : 'others-cases read';
    case 'secret fact':
      if (entrance === 'press') return 'secret-facts press';
      return inTab ? 'secret-facts read' : `secret-facts ${looks}`;
    case 'withheld fact':
      return entrance === 'tab' ? 'desk read' : 'withheld-facts read';
    case 'site fact':
      return entrance === 'tab' ? 'desk read' : 'site-facts read';
    case 'absence reason':
      return inTab ? 'absence-reasons read' : 'absence-reasons ask';
    case 'staff’s telephone':
      return entrance === 'tab' ? 'desk read' : 'requesters-phone read';
  }
}

/** Random markers, the same with the same numbers: made-up words for words, digits for codes. */
export function createMarkers(random: () => number): Record<Name, Marker> {
  const used = new Set<string>();
  const fresh = (make: () => string): string => {
    const made = make();
    if (used.has(made)) return fresh(make);
    used.add(made);
    return made;
  };
  const pick = (from: string) => from[Math.floor(random() * from.length)] ?? '';
  const syllable = () => pick('bdfgklmnprstvz') + pick('aeiou') + pick('kltxz');
  const word = () => fresh(() => `zq${syllable()}${syllable()}${syllable()}`);
  const digits = () => fresh(() => `${Array.from({ length: 8 }, () => pick('3456789')).join('')}`);
  const made = Object.keys(kindOf)
    .filter(isName)
    .map((name) => {
      const kind = kindOf[name];
      const isNumber = name === 'alarm' || name === 'phone';
      return [name, { kind, name, text: isNumber ? digits() : word() }] as const;
    });
  return Marked.parse(Object.fromEntries(made));
}

const kindOf = {
  title: 'technician note',
  body: 'technician note',
  asset: 'technician note',
  symptom: 'technician note',
  sharedBody: 'technician note',
  draftTitle: 'draft',
  draftBody: 'draft',
  reviewBody: 'draft',
  archivedBody: 'draft',
  typed: 'typed text',
  private: 'private part',
  privateShared: 'private part',
  report: 'another’s case',
  detail: 'another’s case',
  second: 'another’s case',
  third: 'another’s case',
  alarm: 'secret fact',
  key: 'secret fact',
  otherKey: 'secret fact',
  line: 'withheld fact',
  switch: 'site fact',
  sick: 'absence reason',
  phone: 'staff’s telephone',
} as const satisfies Record<string, Kind>;
export type Name = keyof typeof kindOf;
export type Markers = Record<Name, Marker>;

const names = Object.keys(kindOf);

function isName(name: string): name is Name {
  return Object.hasOwn(kindOf, name);
}

/** Object.fromEntries forgets which names there are. */
const Marked = {
  parse(all: Record<string, Marker>): Markers {
    if (!holdsAll(all)) throw new Error('a marker is missing');
    return all;
  },
};

function holdsAll(all: Record<string, Marker>): all is Markers {
  return names.every((name) => all[name] !== undefined);
}

/** Whatever the case, what stands between, and however it is encoded: letters and digits that follow each other. */
export function squeeze(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}

/** Which of these stand in it. A number of digits counts with anything but a digit around it. */
export function findMarkers<M extends Pick<Marker, 'text'>>(text: string, markers: Iterable<M>): M[] {
  const squeezed = squeeze(unescapeJson(text));
  return [...markers].filter((marker) => squeezed.includes(marker.text));
}

function unescapeJson(text: string): string {
  return text
    .replaceAll(/\\u([\da-fA-F]{4})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll(/%([\da-fA-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
