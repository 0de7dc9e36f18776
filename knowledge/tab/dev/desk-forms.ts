import type { z } from 'zod';
import type {
  ContractorForm,
  DeskChange,
  DeskForm,
  MatrixRow,
  PersonForm,
  SiteForm,
  TechnicianForm,
} from '#bot/web/api/contract/desk-contract.ts';
import { people, sites } from './desk-data.ts';

/** The stand-in's desk as its forms have it. */
export const siteForms: readonly z.infer<typeof SiteForm>[] = sites.map(({ id, name, kind, area }) => ({
  id,
  name,
  aliases: id === 'solrosen' ? ['Solan', 'Solrosen'] : [],
  kind,
  area,
  address: `${name.split(' ').at(-1)}vägen 4`,
  phone: '08-000 20 01',
  contactUpn: id === 'solrosen' ? 'hanna.nilsson@ekbacken.example' : null,
  visitHours: 'Mo-Fr 07:00-17:00',
  visitNotes: id === 'solrosen' ? 'vila 12–13.30, gå in genom köket' : null,
  parentId: null,
  critical: id === 'linden',
  dependsOn: [],
  closedDays: [],
  lat: null,
  lon: null,
  facts: { network: 'fiber, VLAN 310', switch: `${id.slice(0, 4)}-sw01`, wifi: '4 accesspunkter' },
  secretFacts: ['alarm_code', 'key_location'],
}));

export const personForms: readonly z.infer<typeof PersonForm>[] = people.map((person) => ({
  upn: person.upn,
  name: person.name,
  title: person.title,
  phone: null,
  homeSiteIds: [...person.homeSiteIds],
  roles: [...person.roles],
  language: 'sv',
  edits: person.edits.length === 0 ? null : [...person.edits],
}));

const technician = (name: string, change: Partial<z.infer<typeof TechnicianForm>>) => ({
  upn: `${name}@ekbacken.example`,
  areas: [],
  sites: [],
  skills: [],
  duty: 'Mo-Fr 07:30-16:00; PH off',
  onCall: null,
  shifts: [],
  absences: [],
  deputy: null,
  maxOpen: null,
  ...change,
});

export const technicianForms: readonly (z.infer<typeof TechnicianForm> & { name: string })[] = [
  {
    name: 'Karin Lind',
    ...technician('karin.lind', {
      areas: ['Norra'],
      onCall: 'Mo-Fr 16:00-21:00',
      deputy: 'omar.haddad@ekbacken.example',
      maxOpen: 10,
    }),
  },
  {
    name: 'Omar Haddad',
    ...technician('omar.haddad', {
      areas: ['Södra'],
      skills: ['workstation', 'tablet', 'printer', 'network', 'av'],
      duty: 'Mo-Fr 08:00-16:30; PH off',
      absences: [{ from: '2026-11-25', to: '2026-11-26', reason: 'utbildning' }],
      shifts: [{ from: '2026-11-28T09:00', to: '2026-11-28T12:00' }],
    }),
  },
  {
    name: 'Elin Sjöberg',
    ...technician('elin.sjoberg', { sites: ['ekskolan'], skills: ['av'], duty: 'Mo-Th 08:00-15:00; PH off' }),
  },
];

const row = (change: Partial<MatrixRow>): MatrixRow => ({
  category: null,
  site: null,
  area: null,
  siteKind: null,
  handledBy: 'local',
  contractor: null,
  ...change,
});
const desk = { handledBy: 'contractor', contractor: 'servicedesk' } as const;

const contractor = (id: string, name: string): z.infer<typeof ContractorForm> => ({
  id,
  name,
  connector: 'email',
  serviceHours: 'Mo-Fr 07:00-18:00; PH off',
  phone: '08-000 50 00',
  email: `${id}@staden.example`,
  promise: { critical: '1h', high: '4h', moderate: '2d', low: '5d' },
  withhold: ['alarm_code', 'key_location', 'personal_identity_number', 'technician_notes'],
  settingNames: ['inbox', 'subject_prefix'],
});

export const deskForm: z.infer<typeof DeskForm> = {
  name: 'Ekbackens stadsdelsförvaltning',
  serviceHours: 'Mo-Fr 07:30-16:30; PH off',
  responsibility: [
    row({ category: 'security', ...desk }),
    row({ category: 'account', ...desk }),
    row({ category: 'phone', handledBy: 'contractor', contractor: 'vaxeln' }),
    row({ category: 'network', siteKind: 'office', ...desk }),
    row({ category: 'network' }),
    row({ category: 'printer', site: 'solrosen' }),
    row({ category: 'av', area: 'Norra' }),
    row(desk),
  ],
  referrals: [
    { about: ['värme', 'vatten', 'lås', 'nyckel', 'larm'], to: 'Fastighetsjouren', phone: '08-000 60 10' },
    { about: ['lön', 'semester'], to: 'Löneservice', phone: '08-000 60 20' },
    { about: ['möbler', 'städning', 'snöröjning'], to: 'Vaktmästeriet', phone: null },
  ],
  contractors: [contractor('servicedesk', 'Stadens servicedesk'), contractor('vaxeln', 'Klartal Telefoni')],
};

export const deskChanges: readonly DeskChange[] = [
  {
    seq: 3,
    at: '2026-11-20T13:05:00.000Z',
    byName: 'Mona Grahn',
    kind: 'technician',
    id: 'omar.haddad@ekbacken.example',
    way: 'tab',
    fields: [{ field: 'absences', before: '', after: '2026-11-25 – 2026-11-26 (utbildning)' }],
  },
  {
    seq: 2,
    at: '2026-11-18T07:40:00.000Z',
    byName: 'Ines Adler',
    kind: 'site',
    id: 'solrosen',
    way: 'tab',
    fields: [
      { field: 'phone', before: '08-000 20 00', after: '08-000 20 01' },
      { field: 'aliases', before: 'Solan', after: 'Solan; Solrosen' },
    ],
  },
  {
    seq: 1,
    at: '2026-11-02T09:00:00.000Z',
    byName: 'Ines Adler',
    kind: 'settings',
    id: 'desk',
    way: 'import',
    fields: [{ field: 'serviceHours', before: 'Mo-Fr 08:00-16:00', after: 'Mo-Fr 07:30-16:30; PH off' }],
  },
];
