import { dataOf, urgencyOf } from '#adapters/storage/case-store.ts';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { toJson } from '#adapters/storage/to-json.ts';
import type { Category } from '#bot/desk/category.ts';
import type { Desk } from '#bot/desk/desk.ts';
import type { Case, CaseEvent } from '#bot/handoff/case.ts';
import type { Note } from '#knowledge/note.ts';
import { buildNote } from './build-note.ts';
import { contractor, person, row, site, smallDesk, smallSettings, technician } from './small-desk.ts';
import { buildNewCase } from './storage-builders.ts';

export const yearEnd = new Date('2026-11-23T08:15:00Z');
const day = 86_400_000;
const minute = 60_000;
const sites = 12;
const peopleAtEach = 8;
const technicians = ['t1', 't2', 't3', 't4', 't5', 't6'].map((name) => `${name}@desk.example`);
const siteOf = (n: number) => `plats${n}`;
const personAt = (n: number, p: number) => `p${n}x${p}@desk.example`;

/** What happens everywhere, all year: category, what people write, and the note for every site. */
const usual: readonly (readonly [Category, string, string])[] = [
  ['printer', 'skrivaren skriver inte ut', 'skrivaren'],
  ['network', 'wifi fungerar inte, ingen kommer ut på nätet', 'natet'],
  ['av', 'projektorn visar ingen bild', 'projektorn'],
  ['tablet', 'surfplattan startar inte', 'plattan'],
  ['workstation', 'datorn är väldigt långsam', 'datorn'],
];

export function yearsDesk(): Desk {
  const listed = Array.from({ length: sites }, (_, n) => n);
  const base = smallSettings();
  return smallDesk({
    settings: {
      responsibility: [
        row({ category: 'phone', handledBy: 'contractor', contractor: 'telebolaget' }),
        row({ category: 'application', handledBy: 'contractor', contractor: 'servicedesk' }),
        ...base.responsibility.filter(
          ({ handledBy, category }) => handledBy === 'local' && category !== null,
        ),
        row({ handledBy: 'contractor', contractor: 'servicedesk' }),
      ],
      contractors: [
        contractor({ promise: { low: '1d', moderate: '8h' } }),
        contractor({ id: 'telebolaget', name: 'Telebolaget', promise: { low: '1d', moderate: '8h' } }),
      ],
    },
    sites: listed.map((n) =>
      site(siteOf(n), {
        area: n % 2 === 0 ? 'norra' : 'sodra',
        kind: n % 3 === 0 ? 'school' : 'preschool',
        contactUpn: personAt(n, 0),
      }),
    ),
    people: [
      ...technicians.map((upn) => person(upn, { roles: ['technician'] })),
      person('dis@desk.example', { roles: ['dispatcher'] }),
      person('edit@desk.example', { roles: ['editor'], edits: ['*'] }),
      ...listed.flatMap((n) =>
        Array.from({ length: peopleAtEach }, (_, p) => person(personAt(n, p), { homeSiteIds: [siteOf(n)] })),
      ),
    ],
    technicians: technicians.map((upn, n) =>
      technician(upn, {
        areas: [n % 2 === 0 ? 'norra' : 'sodra'],
        skills: ['printer', 'network', 'av', 'tablet', 'workstation', 'phone', 'application'],
      }),
    ),
  });
}

export const yearsNotes: readonly Note[] = [
  ...usual.map(([category, text, name]) =>
    buildNote({
      id: `_shared/${name}`,
      title: `Om ${text}`,
      category,
      sites: [],
      siteKinds: [],
      symptoms: [text],
      asset: null,
    }),
  ),
  buildNote({
    id: 'plats1/kopiatorn',
    title: 'Kopiatorn på plats 1',
    category: 'printer',
    sites: ['plats1'],
    symptoms: ['kopiatorn tuggar papper'],
    asset: 'kopiator K1',
  }),
];

type Outcome = {
  noteId: string;
  at: Date;
  outcome: 'shown' | 'solved' | 'not-solved';
  byUpn: string;
  text: string | null;
};
type Question = { at: Date; text: string; siteId: string; category: string };
export type Year = {
  readonly cases: Case[];
  readonly events: CaseEvent[];
  readonly outcomes: Outcome[];
  readonly questions: Question[];
};

export type Planted = {
  readonly badNote: boolean;
  readonly slowContractor: boolean;
  readonly dyingSwitch: boolean;
  readonly missingNote: boolean;
  readonly sentBack: boolean;
};
export const allPlanted: Planted = {
  badNote: true,
  slowContractor: true,
  dyingSwitch: true,
  missingNote: true,
  sentBack: true,
};
export const nothingPlanted: Planted = {
  badNote: false,
  slowContractor: false,
  dyingSwitch: false,
  missingNote: false,
  sentBack: false,
};

/** A year of an ordinary desk; the same for the same seed and what is planted. */
export function makeYear(seed: number, planted: Planted): Year {
  const random = createRandom(seed);
  const year: Year = { cases: [], events: [], outcomes: [], questions: [] };
  const some = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  for (let ago = 365; ago > 0; ago -= 1) {
    const morning = new Date(yearEnd.getTime() - ago * day);
    if ([0, 6].includes(morning.getUTCDay())) continue;
    for (let n = 0; n < 5; n += 1) {
      const [category, text, name] = some(usual) ?? ['other', '', ''];
      const at = new Date(morning.getTime() + Math.floor(random() * 300) * minute);
      const place = Math.floor(random() * sites);
      const byUpn = personAt(place, Math.floor(random() * peopleAtEach));
      const noteId = `_shared/${name}`;
      if (random() < 0.55) addTalk(year, { noteId, at, byUpn, text, solved: random() });
      else
        addCase(year, {
          at,
          place,
          byUpn,
          category,
          text,
          took: 1 + random() * 5,
          by: some(technicians) ?? '',
          note: random() < 0.6 ? noteId : null,
        });
    }
    // Calls to the telephone company, every other day.
    if (ago % 2 === 0) {
      const slow = planted.slowContractor && ago < 90;
      const place = Math.floor(random() * sites);
      const at = new Date(morning.getTime() + Math.floor(random() * 60) * minute);
      addCase(year, {
        at,
        place,
        byUpn: personAt(place, 1),
        category: 'phone',
        text: 'telefonen är död',
        took: slow ? 60 + random() * 40 : 2 + random() * 3,
        by: 'telebolaget',
        note: null,
      });
    }
    if (ago < 90 && ago % 2 === 0)
      addNoteTalk(year, new Date(morning.getTime() + 90 * minute), ago, planted.badNote);
    if (planted.dyingSwitch && ago < 84 && ago % 3 === 0)
      addCase(year, {
        at: new Date(morning.getTime() + 40 * minute),
        place: 3,
        byUpn: personAt(3, ago % peopleAtEach),
        category: 'network',
        text: 'wifi fungerar inte, ingen kommer ut på nätet',
        took: 3,
        by: 't2@desk.example',
        note: null,
        device: 'switch SW-3',
      });
    if (planted.sentBack && ago < 80 && ago % 6 === 0)
      addCase(year, {
        at: new Date(morning.getTime() + 50 * minute),
        place: 6,
        byUpn: personAt(6, ago % peopleAtEach),
        category: 'application',
        text: 'schemat går inte att öppna',
        took: 8,
        by: 'servicedesk',
        note: null,
        bounced: true,
      });
    if (planted.missingNote && ago < 80 && ago % 5 === 0)
      year.questions.push({
        at: morning,
        text: loops[ago % loops.length] ?? '',
        siteId: 'plats4',
        category: 'av',
      });
  }
  return year;
}

const loops = [
  'hur kopplar jag in hörslingan i aulan',
  'hörslingan i aulan går inte att koppla in',
  'var kopplar man hörslingan i aulan',
  'hörslingan i aulan är inte inkopplad',
];

function addTalk(
  year: Year,
  talk: { noteId: string; at: Date; byUpn: string; text: string; solved: number },
): void {
  const { noteId, at, byUpn, text, solved } = talk;
  year.outcomes.push({ noteId, at, byUpn, outcome: 'shown', text: null });
  const later = new Date(at.getTime() + 5 * minute);
  if (solved < 0.6) year.outcomes.push({ noteId, at: later, byUpn, outcome: 'solved', text });
  else if (solved > 0.95) year.outcomes.push({ noteId, at: later, byUpn, outcome: 'not-solved', text });
}

function addNoteTalk(year: Year, at: Date, n: number, bad: boolean): void {
  const helped = bad ? n % 5 === 0 : n % 5 !== 0;
  addTalk(year, {
    noteId: 'plats1/kopiatorn',
    at,
    byUpn: personAt(1, n % peopleAtEach),
    text: 'kopiatorn tuggar papper',
    solved: helped ? 0.1 : 0.99,
  });
}

type NewMatter = {
  readonly at: Date;
  readonly place: number;
  readonly byUpn: string;
  readonly category: Category;
  readonly text: string;
  /** Hours until it was solved. */
  readonly took: number;
  /** A technician's upn or a contractor's id. */
  readonly by: string;
  readonly note: string | null;
  readonly device?: string;
  readonly bounced?: boolean;
};

function addCase(year: Year, matter: NewMatter): void {
  const { at, byUpn, by, took } = matter;
  const id = `case-${year.cases.length + 1}`;
  const taken = new Date(at.getTime() + 20 * minute);
  const solved = new Date(at.getTime() + took * 60 * minute);
  const isTechnician = by.includes('@');
  const kind = isTechnician ? 'technician' : 'contractor';
  const base = buildNewCase();
  const bounce = { at: solved, reason: 'needs-on-site', words: null, byUpn: null } as const;
  const stay = { contractorId: by, from: taken, heardAt: null, to: solved } as const;
  year.cases.push({
    ...base,
    id,
    number: `VK-${1000 + year.cases.length}`,
    version: 1,
    updatedAt: solved,
    state: 'closed',
    category: matter.category,
    siteId: siteOf(matter.place),
    requesterUpn: byUpn,
    title: matter.text,
    createdAt: at,
    resolvedAt: solved,
    onSiteAt: isTechnician ? new Date(solved.getTime() - 10 * minute) : null,
    assignee: { kind, id: by },
    packet: {
      ...base.packet,
      device: matter.device ?? null,
      symptom: matter.text,
      attempts:
        matter.note === null ? [] : [{ at, noteId: matter.note, noteTitle: '', outcome: 'not-solved' }],
      notesShown: matter.note === null ? [] : [matter.note],
      dialogue: [{ at, who: 'requester', name: 'Någon', text: matter.text }],
    },
    ...(isTechnician
      ? {}
      : {
          contractorSince: taken,
          contractorStays: [
            matter.bounced ? { ...stay, ended: 'returned', bounce } : { ...stay, ended: 'resolved' },
          ],
        }),
  });
  const event = (kindOf: CaseEvent['kind'], when: Date, actor: string, data = {}): CaseEvent => ({
    caseId: id,
    at: when,
    kind: kindOf,
    actor,
    data,
  });
  year.events.push(
    event('opened', at, byUpn),
    isTechnician
      ? event('accepted', taken, by)
      : event('sent-to-contractor', taken, 'vaktis', { contractor: by, comment: false }),
    event('resolved', solved, by),
  );
}

/** Puts the whole year into the database at once. */
export async function storeYear({ database }: Pick<OpenStorage, 'database'>, year: Year): Promise<void> {
  const cases = year.cases.map((item) => ({
    id: item.id,
    number: item.number,
    state: item.state,
    category: item.category,
    site_id: item.siteId,
    urgency: urgencyOf(item),
    people: [item.requesterUpn],
    assigned_upn: item.assignee?.kind === 'technician' ? item.assignee.id : null,
    created_at: item.createdAt,
    updated_at: item.updatedAt,
    data: dataOf(item),
  }));
  await database.query(
    `insert into cases (id, number, state, category, site_id, urgency, people, assigned_upn, created_at, updated_at, data)
     select id, number, state, category, site_id, urgency, people, assigned_upn, created_at, updated_at, data
     from jsonb_to_recordset($1::jsonb) as c(id text, number text, state text, category text, site_id text, urgency smallint,
       people text[], assigned_upn text, created_at timestamptz, updated_at timestamptz, data jsonb)`,
    [toJson(cases)],
  );
  await database.query(
    `insert into case_events (case_id, at, kind, actor, data) select "caseId", at, kind, actor, data
     from jsonb_to_recordset($1::jsonb) as e("caseId" text, at timestamptz, kind text, actor text, data jsonb)`,
    [toJson(year.events)],
  );
  await database.query(
    `insert into offers (id, case_id, to_kind, to_id, status, offered_at, answered_at)
     select 'o' || case_id, case_id, 'technician', actor, 'accepted', at, at from case_events where kind = 'accepted' on conflict do nothing`,
  );
  await database.query(
    `insert into note_outcomes (note_id, at, outcome, by_upn, text) select "noteId", at, outcome, "byUpn", text
     from jsonb_to_recordset($1::jsonb) as o("noteId" text, at timestamptz, outcome text, "byUpn" text, text text)`,
    [toJson(year.outcomes)],
  );
  await database.query(
    `insert into unanswered_questions (at, text, site_id, category) select at, text, "siteId", category
     from jsonb_to_recordset($1::jsonb) as q(at timestamptz, text text, "siteId" text, category text)`,
    [toJson(year.questions)],
  );
}

/** mulberry32 */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
