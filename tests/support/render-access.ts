import { type Deed, reachOfParty } from '#bot/desk/access.ts';
import type { Party, Reach } from '#bot/desk/access-row.ts';

const columns: readonly (readonly [string, Party])[] = [
  ['staff', 'staff'],
  ['head of a site', 'head'],
  ['technician', 'technician'],
  ['editor', 'editor'],
  ['dispatcher', 'dispatcher'],
  ['admin', 'admin'],
  ['contractor', 'contractor'],
];
const shown: readonly (readonly [string, Deed])[] = [
  ['be answered from staff’s notes', 'staff-notes ask'],
  ['publish staff’s notes', 'staff-notes publish'],
  ['be answered from technicians’ notes', 'technician-notes ask'],
  ['read technicians’ notes in the tab', 'technician-notes read'],
  ['read drafts in the tab', 'unpublished-notes read'],
  ['read [privat] parts of notes', 'private-parts read'],
  ['hear of their own cases', 'own-cases ask'],
  ['read others’ cases', 'others-cases read'],
  ['see a door code or key place', 'secret-facts press'],
  ['see facts withheld from contractors', 'withheld-facts read'],
  ['see a requester’s telephone', 'requesters-phone read'],
  ['see the rota', 'rota read'],
  ['see why somebody is away', 'absence-reasons read'],
  ['see the list of people, changes to the desk', 'desk read'],
  ['see figures', 'insights read'],
  ['export the desk', 'desk export'],
];
const words: Readonly<Record<Reach, string>> = {
  yes: 'yes',
  no: '–',
  own: 'own',
  'own-case': 'own cases',
  'own-site': 'own sites',
};

/** The table as the README shows it: what an IT manager asks first. */
export function renderAccess(): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    row(['may', ...columns.map(([title]) => title)]),
    row(['---', ...columns.map(() => '---')]),
    ...shown.map(([title, deed]) =>
      row([title, ...columns.map(([, party]) => words[reachOfParty(party, deed)])]),
    ),
  ].join('\n');
}
