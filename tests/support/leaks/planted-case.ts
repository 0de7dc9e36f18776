import fc from 'fast-check';
import { digitDisguises, wordDisguises } from './disguises.ts';
import type { Planted } from './find-planted.ts';

/** Where words can stand on their way to a contractor. */
const carriers = [
  'report',
  'requester line',
  'technician line',
  'tried step',
  'since',
  'affected',
  'device',
  'visit notes',
  'open fact',
  'resolution',
  'file name',
  'text file',
  'archive',
  'document',
  'detail',
  'answer',
  'joined',
  'reopened',
  'confirmed',
  'reason',
  'machine',
  'joined report',
  'note title',
] as const;
export type Carrier = (typeof carriers)[number];

/** One secret, written in one way in one place. */
export type Plant = {
  readonly what: string;
  readonly disguise: string;
  readonly carrier: Carrier;
  /** As it stands there, with the words around it. */
  readonly words: string;
  readonly planted: Planted;
};

/** What the desk knows to be secret, new for every case. */
export type HouseSecrets = {
  readonly alarm: string;
  readonly safe: string;
  readonly door: string;
  readonly key: string;
  readonly withheld: string;
  readonly person: string;
  readonly privateWords: string;
  readonly noteWords: string;
  readonly unknownDoor: string;
  readonly unknownKey: string;
};

export type PlantedCase = { readonly secrets: HouseSecrets; readonly plants: readonly Plant[] };

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
/** Not a year, an hour or a round number, which are said for other reasons. */
const unround = (length: number) =>
  digits(length).filter((text) => new Set(text).size > 2 && !/^(?:[012]|19|20)/.test(text));
const oneOf = (words: string) => fc.constantFrom(...words.split(' '));
const place = fc
  .tuple(
    fc.constantFrom('bakom', 'under', 'ovanför', 'innanför'),
    oneOf('blåmålade sneda rödaste gråluddiga mögliga'),
    oneOf('kvarnhjulet höbalen spinnrocken mjölktråget båtskrovet'),
    oneOf('vid i'),
    oneOf('snickarboden ålkistan väderkvarnen glasverandan brygghuset'),
  )
  .map((words) => words.join(' '));
const privateWords = fc
  .tuple(oneOf('Sixten Ragnhild Torbjörn Åslög'), oneOf('Hjälmtorp Övralid Ängsvaktare Kvistbäck'))
  .map(([first, last]) => `${first} ${last}`);
const noteWords = fc
  .tuple(
    oneOf('Mediaomvandlaren Kopplingslådan Strömskenan Fläktstyrningen'),
    oneOf('skruvades häftades spikades klämdes'),
    oneOf('ovanpå intill nedanför'),
    oneOf('oljetanken dragspelsväggen torkhissen mangelboden'),
    oneOf('förra hösten sommaren'),
    oneOf('utan bygglov dokumentation provtryckning'),
  )
  .map((words) => words.join(' '));
const person = fc
  .tuple(
    fc.integer({ min: 1930, max: 2021 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    digits(3),
  )
  .map(([year, month, day, serial]) => {
    const nine = `${String(year).slice(2)}${two(month)}${two(day)}${serial}`;
    return `${String(year).slice(0, 2)}${nine}${checkDigit(nine)}`;
  });

function two(n: number): string {
  return String(n).padStart(2, '0');
}

function checkDigit(nine: string): number {
  const sum = Array.from(nine, Number).reduce((total, digit, n) => {
    const product = digit * (n % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

export const houseSecrets: fc.Arbitrary<HouseSecrets> = fc.record({
  alarm: unround(6),
  safe: unround(8),
  door: unround(4),
  key: place,
  withheld: unround(5).map((number) => `QVX-${number}`),
  person,
  privateWords,
  noteWords,
  unknownDoor: unround(4),
  unknownKey: place,
});

type Source = {
  readonly what: keyof HouseSecrets;
  readonly planted: (secret: string) => Planted;
  readonly disguises: typeof digitDisguises;
  /** The words around it; they may matter: a short code is one because somebody says so. */
  readonly around: (disguised: string) => string;
};

const plain = (text: string) => `Skärmen i sal B12 är svart, ${text} och inget händer.`;
const named = (names: readonly string[]) => wordDisguises.filter(({ name }) => names.includes(name));
const code = (secret: string): Planted => ({ kind: 'code', digits: secret });
const shortCode = (secret: string): Planted => ({ kind: 'short-code', digits: secret });
const words = (text: string): Planted => ({ kind: 'words', text });
/** What goes by the words of a sentence needs its words to be words. */
const inSentence = [
  'as it is',
  'capitals',
  'every word large',
  'without marks',
  'taken apart',
  'zero width',
  'soft hyphens',
  'full width',
];

const sources: readonly Source[] = [
  { what: 'alarm', planted: code, disguises: digitDisguises, around: plain },
  { what: 'safe', planted: code, disguises: digitDisguises, around: plain },
  {
    what: 'door',
    planted: shortCode,
    disguises: digitDisguises,
    around: (it) => plain(`portkoden är ${it},`),
  },
  { what: 'key', planted: words, disguises: wordDisguises, around: plain },
  { what: 'withheld', planted: words, disguises: wordDisguises, around: plain },
  {
    what: 'person',
    planted: (digits) => ({ kind: 'person', digits }),
    disguises: digitDisguises,
    around: (it) => plain(`personnummer ${it},`),
  },
  {
    what: 'person',
    planted: (digits) => ({ kind: 'person', digits }),
    disguises: digitDisguises.filter(({ name }) => name !== 'two sentences'),
    around: plain,
  },
  {
    what: 'person',
    planted: (digits) => ({ kind: 'person', digits }),
    disguises: [
      { name: 'usual', write: (it) => `${it.slice(0, 8)}-${it.slice(8)}` },
      { name: 'short', write: (it) => `${it.slice(2, 8)}-${it.slice(8)}` },
      {
        name: 'parted',
        write: (it) => `${it.slice(0, 4)}-${it.slice(4, 6)}-${it.slice(6, 8)} ${it.slice(8)}`,
      },
    ],
    around: (it) => plain(`barnet ${it} kommer inte in`),
  },
  {
    what: 'privateWords',
    planted: words,
    disguises: wordDisguises,
    around: (it) => plain(`ring [privat]${it}[/privat]`),
  },
  { what: 'privateWords', planted: words, disguises: wordDisguises, around: plain },
  { what: 'noteWords', planted: words, disguises: named(inSentence), around: plain },
  {
    what: 'unknownDoor',
    planted: shortCode,
    disguises: digitDisguises.filter(({ name }) => name !== 'URL'),
    around: (it) => `Koden till entrédörren är ${it} men skrivaren syns inte.`,
  },
  {
    what: 'unknownKey',
    planted: words,
    disguises: named(inSentence),
    around: (it) => `Skåpet är låst. Nyckeln ligger ${it}. Hör av er.`,
  },
];

/** A house with its secrets, and some of them said in many places. */
export const plantedCase: fc.Arbitrary<PlantedCase> = houseSecrets.chain((secrets) =>
  fc
    .array(plantOf(secrets), { minLength: 6, maxLength: 14 })
    .map((plants) => ({ secrets, plants: plants.flatMap((plant) => plant ?? []) })),
);

function plantOf(secrets: HouseSecrets): fc.Arbitrary<Plant | null> {
  return fc.constantFrom(...sources).chain((source) =>
    fc
      .tuple(fc.constantFrom(...source.disguises), fc.constantFrom(...carriers))
      .map(([disguise, carrier]) => {
        const secret = secrets[source.what];
        const written = disguise.write(secret);
        if (written === null) return null;
        return {
          what: source.what,
          disguise: disguise.name,
          carrier,
          words: source.around(written),
          planted: source.planted(secret),
        };
      }),
  );
}

/** Every secret of a house in every disguise, for the control that the search sees them. */
export function everyPlant(secrets: HouseSecrets): Plant[] {
  return sources.flatMap((source) =>
    source.disguises.flatMap((disguise) => {
      const written = disguise.write(secrets[source.what]);
      const planted = source.planted(secrets[source.what]);
      const words = written === null ? null : source.around(written);
      return words === null
        ? []
        : [{ what: source.what, disguise: disguise.name, carrier: 'report', words, planted }];
    }),
  );
}
