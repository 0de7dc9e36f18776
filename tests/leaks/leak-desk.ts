import type { Desk } from '#bot/desk/desk.ts';
import type { Person, Role } from '#bot/desk/person.ts';
import type { Note } from '#knowledge/note.ts';
import { buildNote } from '../support/build-note.ts';
import { contractor, person, row, site, smallDesk, technician, upns } from '../support/small-desk.ts';
import type { Markers } from './markers.ts';

/** The small desk's people and some more; every one of them can be asked as. */
export const who = {
  ...upns,
  /** Contact of kontoret, and staff. */
  hilda: 'hilda@desk.example',
  reader: 'reader@desk.example',
  /** Edits solen. */
  ella: 'ella@desk.example',
  admin: 'admin@desk.example',
} as const;
export type Who = keyof typeof who;

const ids: Record<Who, string> = {
  anna: 'aaaaaaaa-0000-4000-8000-000000000001',
  bo: 'aaaaaaaa-0000-4000-8000-000000000002',
  cia: 'aaaaaaaa-0000-4000-8000-000000000003',
  dispatcher: 'aaaaaaaa-0000-4000-8000-000000000004',
  eva: 'aaaaaaaa-0000-4000-8000-000000000005',
  finn: 'aaaaaaaa-0000-4000-8000-000000000006',
  hilda: 'aaaaaaaa-0000-4000-8000-000000000007',
  reader: 'aaaaaaaa-0000-4000-8000-000000000008',
  ella: 'aaaaaaaa-0000-4000-8000-000000000009',
  admin: 'aaaaaaaa-0000-4000-8000-000000000010',
};

/** Somebody of the tenant whom the desk does not list. */
export const stranger = { aadObjectId: 'bbbbbbbb-0000-4000-8000-000000000001', name: 'Rut Ask' };

/** As Teams names them. */
export function teamsPerson(one: Who): { aadObjectId: string; name: string } {
  return { aadObjectId: ids[one], name: one };
}

/** Roles of whom there are many, so that every question is somebody's first. */
export const crowds = {
  staff: ['staff'],
  reader: ['reader'],
  editor: ['editor'],
  dispatcher: ['dispatcher'],
  technician: ['technician'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export type Crowd = keyof typeof crowds;
const crowdNames = Object.keys(crowds);

/** The `n`th of them, as Teams names them. */
export function fromCrowd(crowd: Crowd | 'unlisted', n: number): { aadObjectId: string; name: string } {
  const place = String(1 + crowdNames.indexOf(crowd)).padStart(8, 'c');
  return { aadObjectId: `${place}-0000-4000-8000-${String(n).padStart(12, '0')}`, name: `${crowd} ${n}` };
}

/** Whose object id that is: a party of the table. */
export function crowdOf(aadObjectId: string): Crowd | 'unlisted' | null {
  const found = (['staff', 'reader', 'editor', 'dispatcher', 'technician', 'unlisted'] as const).find(
    (crowd) => aadObjectId.startsWith(fromCrowd(crowd, 0).aadObjectId.slice(0, 9)),
  );
  return found ?? null;
}

export type LeakDesk = { readonly desk: Desk; readonly notes: readonly Note[] };

/**
 * Every forbidden thing with its marker. `isOpen`: the same words where everybody may read them, which shows that the
 * questions find them and the search for leaks sees them.
 */
export function createLeakDesk(m: Markers, { isOpen, crowd }: { isOpen: boolean; crowd: number }): LeakDesk {
  return { desk: deskOf(m, isOpen, crowd), notes: [...ordinary(m, isOpen), ...hidden(m, isOpen)] };
}

function deskOf(m: Markers, isOpen: boolean, crowd: number): Desk {
  const facts = {
    network: 'fiber',
    switch: m.switch.text,
    asset_line: m.line.text,
    alarm_code: m.alarm.text,
    key_location: `bakom ${m.key.text}`,
  };
  const p = (one: Who, changes: Parameters<typeof person>[1] = {}) =>
    person(who[one], { aadObjectId: ids[one], name: `${one} Test`, phone: null, ...changes });
  return smallDesk({
    settings: {
      secretFacts: isOpen ? [] : ['alarm_code', 'key_location'],
      contractors: [
        contractor({
          withhold: isOpen ? [] : ['asset_line', 'alarm_code', 'key_location', 'technician_notes'],
        }),
      ],
      responsibility: [
        row({ category: 'account', handledBy: 'contractor', contractor: 'servicedesk' }),
        row({ category: 'application', handledBy: 'contractor', contractor: 'servicedesk' }),
        row({}),
      ],
    },
    sites: [
      site('solen', { facts }),
      site('skolan', { kind: 'school', area: 'sodra', facts: { key_location: m.otherKey.text } }),
      site('kontoret', { kind: 'office', contactUpn: who.hilda, facts: {} }),
    ],
    people: [
      p('anna', { roles: ['technician'], phone: '08-000 00 10' }),
      p('bo', { roles: ['technician'], phone: '08-000 00 11' }),
      p('cia', { roles: ['technician'], phone: '08-000 00 12' }),
      p('dispatcher', { roles: ['dispatcher'] }),
      p('eva'),
      p('finn', { homeSiteIds: ['skolan'], phone: m.phone.text }),
      p('hilda', { homeSiteIds: ['kontoret'] }),
      p('reader', { roles: ['reader'] }),
      p('ella', { roles: ['editor'] }),
      p('admin', { roles: ['admin'] }),
      ...manyPeople(crowd),
    ],
    technicians: [
      technician(who.anna, { areas: ['norra'], deputy: who.bo }),
      technician(who.bo, { areas: ['sodra'], deputy: who.anna }),
      technician(who.cia, {
        sites: ['skolan'],
        skills: ['tablet'],
        absences: [{ from: '2026-11-23', to: '2026-11-27', reason: m.sick.text }],
      }),
    ],
  });
}

function manyPeople(count: number): Person[] {
  return (['staff', 'reader', 'editor', 'dispatcher', 'technician'] as const).flatMap((crowd) =>
    Array.from({ length: count }, (_, n) => {
      const { aadObjectId, name } = fromCrowd(crowd, n);
      const homeSiteIds = crowd === 'technician' ? [] : ['solen'];
      return person(`${crowd}${n}@desk.example`, {
        aadObjectId,
        name,
        phone: null,
        roles: crowds[crowd],
        homeSiteIds,
      });
    }),
  );
}

function ordinary(m: Markers, isOpen: boolean): Note[] {
  const inside = (text: string) => (isOpen ? text : `[privat]${text}[/privat]`);
  return [
    buildNote({
      id: 'solen/projektorn',
      title: 'Projektorn i lekhallen',
      category: 'av',
      sites: ['solen'],
      symptoms: ['projektorn är svart', 'ingen bild'],
      body: `Byt till HDMI 2. ${inside(`Vaktmästaren ${m.private.text} vet mer.`)}\n\n## Prova detta\n1. Tryck på Source.\n`,
    }),
    buildNote({
      id: '_shared/losenord',
      title: 'Byta lösenord',
      category: 'account',
      symptoms: ['glömt lösenordet', 'kontot är låst'],
      body: `Gå till kontosidan. ${inside(`Reserv: ${m.privateShared.text}.`)}`,
    }),
  ];
}

/** What each note is asked by; none of the words is a marker. */
export const topics = {
  skapet: 'nätverksskåpet i källaren',
  reserv: 'reservrutinen för kopiatorn',
  utkast: 'laminatorn i personalrummet',
  granskas: 'dokumentkameran i ateljén',
  gammal: 'overheadapparaten i förrådet',
} as const;

function hidden(m: Markers, isOpen: boolean): Note[] {
  const audience = isOpen ? 'staff' : 'technician';
  const status = <S extends Note['status']>(one: S) => (isOpen ? 'published' : one);
  const note = (name: string, changes: Partial<Note>) =>
    buildNote({ id: `solen/${name}`, sites: ['solen'], ...changes });
  return [
    note('skapet', {
      audience,
      title: `Nätverksskåpet i källaren ${m.title.text}`,
      category: 'network',
      symptoms: ['nätverksskåpet i källaren', `skåpet tjuter ${m.symptom.text}`],
      asset: `skåp ${m.asset.text}`,
      body: `Nätverksskåpet i källaren öppnas med ${m.body.text}.`,
    }),
    buildNote({
      id: '_shared/reserv',
      audience,
      title: 'Reservrutinen för kopiatorn',
      category: 'printer',
      symptoms: ['reservrutinen för kopiatorn'],
      body: `Kopiatorn startas om med ${m.sharedBody.text}.`,
    }),
    note('utkast', {
      status: status('draft'),
      title: `Laminatorn i personalrummet ${m.draftTitle.text}`,
      symptoms: ['laminatorn i personalrummet'],
      body: `Laminatorn i personalrummet: ${m.draftBody.text}.`,
    }),
    note('granskas', {
      status: status('in-review'),
      title: 'Dokumentkameran i ateljén',
      symptoms: ['dokumentkameran i ateljén'],
      body: `Dokumentkameran i ateljén: ${m.reviewBody.text}.`,
    }),
    note('gammal', {
      status: status('archived'),
      title: 'Overheadapparaten i förrådet',
      symptoms: ['overheadapparaten i förrådet'],
      body: `Overheadapparaten i förrådet: ${m.archivedBody.text}.`,
    }),
    buildNote({
      id: 'skolan/tavlan',
      sites: ['skolan'],
      title: 'Tavlan i sal 2',
      body: 'Tavlan startas med fjärren.',
    }),
    buildNote({
      id: 'skolan/larm',
      sites: ['skolan'],
      audience,
      title: 'Larmsändaren',
      body: 'Sitter i hallen.',
    }),
    ...(isOpen ? boards(m) : []),
  ];
}

/** What is no note, said in a note that everybody reads. */
function boards(m: Markers): Note[] {
  const said: Record<string, string> = {
    larmet: `Larmkoden på Solen är ${m.alarm.text}, nyckeln ligger bakom ${m.key.text}, på Skolan ${m.otherKey.text}`,
    vaxel: `Switchen på Solen heter ${m.switch.text} och linjen ${m.line.text}`,
    cia: `Cia är borta på grund av ${m.sick.text}`,
    finn: `Finns telefonnummer är ${m.phone.text} och ärendet gällde ${m.report.text} ${m.detail.text} ${m.second.text} ${m.third.text} ${m.typed.text}`,
  };
  return Object.entries(said).map(([name, body]) =>
    buildNote({
      id: `_shared/${name}`,
      title: `${boardTitles[name] ?? name} ${body}`,
      symptoms: [boardTitles[name] ?? name, ...(name === 'larmet' ? [openSign] : [])],
      body,
    }),
  );
}

/** What the open desk's note of codes can be asked by without being a matter of security. */
export const openSign = 'skylten bredvid projektorduken i aulan';

export const boardTitles: Readonly<Record<string, string>> = {
  larmet: 'larmkoden och nyckeln på Solen',
  vaxel: 'switchen och linjen på Solen',
  cia: 'varför är Cia borta',
  finn: 'Finns telefonnummer och ärende',
};
