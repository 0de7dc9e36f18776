import { blankContent } from '#bot/web/api/contract/blank-content.ts';
import type { NoteContent, NoteRevision, NoteStatus } from '#bot/web/api/contract/note-contract.ts';
import { kindOfThing, sites } from './desk-data.ts';

/** A note of the stand-in, with its past. */
export type HeldNote = {
  readonly id: string;
  version: number;
  status: NoteStatus;
  content: NoteContent;
  lastVerified: string | null;
  stale: boolean;
  answers: number;
  readonly revisions: NoteRevision[];
  readonly drafts: Map<string, { content: NoteContent; basedOn: number; at: string }>;
};

export const emptyContent = blankContent({ title: '', confidence: 'validated' });

const karin = 'karin.lind@ekbacken.example';
const eva = 'eva.editor@ekbacken.example';

type Written = Partial<NoteContent> & Pick<NoteContent, 'title' | 'category'>;
const written: Readonly<Record<string, Written>> = {
  'solrosen/skrivaren': {
    title: 'Skrivaren i personalrummet',
    category: 'printer',
    symptoms: ['skriver inte ut', 'blinkar orange', 'varför kommer det inga papper?'],
    asset: 'HP M479, personalrummet',
    warning: 'Dra aldrig i papper som sitter fast inne i luckan på baksidan. Ring i stället.',
    owner: karin,
    reviewBy: '2027-03-01',
    intro: 'Skrivaren somnar efter en timme. **Första utskriften** tar då nästan två minuter.',
    stepsTitle: 'Prova det här',
    steps: [
      'Tryck på skärmen så att skrivaren vaknar. Vänta en minut.',
      'Titta efter om det blinkar orange vid facket. Fyll på papper, *högst till märket*.',
      'Skriv ut en gång till från datorn.',
    ],
    outro: 'Toner ligger i skåpet under skrivaren.',
  },
  'solrosen/projektorn-lekhallen': {
    title: 'Projektorn i lekhallen',
    category: 'av',
    symptoms: ['projektorn är svart', 'ingen bild', 'hittar inte datorn'],
    asset: 'Epson EB-992F, lekhallen',
    owner: karin,
    reviewBy: '2026-10-01',
    intro: 'Kabeln på väggen är trasig. Den **vita** kabeln på hyllan fungerar.',
    stepsTitle: 'Så får du bild',
    steps: [
      'Tänd projektorn med fjärrkontrollen. Lampan ska lysa grönt.',
      'Koppla den vita kabeln till datorn.',
      'Tryck **Windows** och **P** på datorn och välj *Duplicera*.',
      'Tryck på *Source* på fjärrkontrollen tills det står HDMI 2.',
    ],
  },
  'solrosen/wifi-ateljen': {
    title: 'Wifi i ateljén',
    category: 'network',
    symptoms: ['paddan tappar nätet', 'segt i ateljén'],
    intro: 'Väggen mot ateljén är av tegel. Längst in räcker nätet inte till.',
    stepsTitle: 'Prova detta',
    steps: ['Gå närmare dörren.', 'Stäng av wifi på paddan och sätt på det igen.'],
    reviewBy: '2027-01-15',
    owner: karin,
  },
  'solrosen/natskapet': {
    title: 'Nätskåpet i förrådet',
    category: 'network',
    audience: 'technician',
    symptoms: ['inget nät i hela huset'],
    asset: 'Switch FS-124, förrådet',
    warning: 'Stäng aldrig av skåpet: larmet går på samma ström.',
    intro: 'Port 12 går till ateljén. Uppkopplingen är märkt **blå**.',
    owner: karin,
  },
  '_shared/mfa-ny-telefon': {
    title: 'Ny telefon och inloggning med kod',
    category: 'account',
    symptoms: ['har bytt telefon', 'får ingen kod', 'authenticator vill ha en kod'],
    owner: eva,
    reviewBy: '2026-09-01',
    intro: 'När du byter telefon följer koderna inte med av sig själva.',
    stepsTitle: 'Flytta koderna',
    steps: ['Ha den gamla telefonen kvar.', 'Öppna appen Authenticator på den nya.', 'Läs in QR-koden.'],
  },
  '_shared/gastnat': {
    title: 'Gästnätet för besökare',
    category: 'network',
    siteKinds: ['library', 'leisure'],
    symptoms: ['wifi till besökare', 'gästnät', 'vad är koden till wifi'],
    owner: eva,
    intro: 'Besökare använder nätet **Ekbacken-Gäst**. Det behövs ingen kod.',
  },
  'biblioteket/lanedatorn': {
    title: 'Lånedatorn låser sig',
    category: 'workstation',
    symptoms: ['lånedatorn har hängt sig', 'låst skärm', 'datorn är seg'],
    asset: 'Lånedator 1–6',
    owner: eva,
    reviewBy: '2027-05-01',
    stepsTitle: 'Starta om',
    steps: ['Håll in startknappen i tio sekunder.', 'Vänta en minut och starta igen.'],
    outro: 'Besökarens filer försvinner. Säg det innan du startar om.',
  },
  'biblioteket/avbrott-natet': {
    title: 'Nätet ligger nere på torsdag morgon',
    category: 'network',
    symptoms: ['inget nät', 'internet fungerar inte'],
    intro: 'Stadsnätet byter en kabel. Lånedatorerna fungerar inte under tiden.',
    validFrom: '2026-11-26T06:00',
    validTo: '2026-11-26T08:00',
    owner: eva,
  },
};

const revision = (seq: number, change: Partial<NoteRevision>): NoteRevision => ({
  seq,
  at: '2026-09-14T08:12:00Z',
  byUpn: karin,
  byName: 'Karin Lind',
  way: 'tab',
  changes: [],
  ...change,
});

/** The notes by id: the written ones first, then as many made ones as are asked for. */
export function seedNotes(count: number): Map<string, HeldNote> {
  const notes = new Map<string, HeldNote>();
  for (const [id, content] of Object.entries(written)) notes.set(id, hold(id, content));
  const skrivaren = notes.get('solrosen/skrivaren');
  skrivaren?.revisions.push(
    revision(3, {
      at: '2026-11-12T13:40:00Z',
      byUpn: eva,
      byName: 'Eva Ek',
      changes: [
        {
          field: 'symptoms',
          before: ['skriver inte ut', 'blinkar orange'],
          after: ['skriver inte ut', 'blinkar orange', 'varför kommer det inga papper?'],
        },
        {
          field: 'intro',
          before: 'Skrivaren somnar. Första utskriften tar då en minut.',
          after: 'Skrivaren somnar efter en timme. **Första utskriften** tar då nästan två minuter.',
        },
        {
          field: 'steps',
          before: ['Tryck på skärmen.', 'Skriv ut en gång till från datorn.'],
          after: skrivaren.content.steps,
        },
      ],
    }),
    revision(2, {
      way: 'visit',
      changes: [{ field: 'lastVerified', before: '2026-03-02', after: '2026-09-14' }],
    }),
    revision(1, {
      at: '2026-02-03T09:00:00Z',
      way: 'import',
      changes: [{ field: 'status', before: null, after: 'published' }],
    }),
  );
  for (let index = notes.size; index < count; index += 1) {
    const { id, content } = makeNote(index);
    notes.set(id, hold(id, content, index));
  }
  return notes;
}

const things = ['Skrivaren', 'Wifi', 'Paddan', 'Skärmen', 'Kontot', 'Telefonen', 'Datorn', 'Närvarosystemet'];
const rooms = ['entrén', 'köket', 'samlingssalen', 'kontoret', 'verkstan', 'hall A', 'hall B', 'lärarrummet'];

function makeNote(index: number): { id: string; content: Written } {
  const at = sites[index % sites.length]?.id ?? 'solrosen';
  const kind = Math.floor(index / sites.length) % things.length;
  const room = rooms[Math.floor(index / 7) % rooms.length] ?? 'entrén';
  const title = `${things[kind] ?? 'Saken'} i ${room}, nummer ${index}`;
  return {
    id: `${at}/sak-${index}`,
    content: {
      title,
      category: kindOfThing[kind] ?? 'other',
      symptoms: ['fungerar inte', `strular i ${room}`],
      steps: ['Starta om.', 'Vänta en minut.'],
      stepsTitle: 'Prova detta',
      owner: index % 3 === 0 ? eva : karin,
      reviewBy: index % 10 === 3 ? '2026-08-01' : '2027-04-01',
    },
  };
}

function hold(id: string, content: Written, index = 0): HeldNote {
  const folder = id.split('/')[0] ?? '';
  const full = { ...emptyContent, sites: folder === '_shared' ? [] : [folder], ...content };
  return {
    id,
    version: 3,
    status: index % 11 === 5 ? 'draft' : 'published',
    content: full,
    lastVerified: index % 5 === 4 ? null : '2026-09-14',
    stale: full.reviewBy !== null && full.reviewBy < '2026-11-23',
    answers: (index * 7) % 23,
    revisions: [],
    drafts: new Map(),
  };
}
