import type { DeskWords } from './api-desk.ts';

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

/** The English words of the desk's own data; see api-desk.ts. */
export const en: DeskWords = {
  taken: (id) => `There is something with the id “${id}” already. Choose another.`,
  otherId: 'An id cannot be changed. Add a new one instead, and remove this.',
  required: 'Please fill this in.',
  noSite: (id) => `There is no site “${id}”. Choose one from the list.`,
  noArea: (area) => `There is no area “${area}”. Choose one that some site has.`,
  noPlace: (id) => `“${id}” is neither a site nor an area. Choose one from the list, or * for all.`,
  noPerson: (upn) => `There is no person “${upn}”. Add them first.`,
  noTechnician: (upn) => `“${upn}” is not a technician. Choose one from the list.`,
  noContractor: (id) => `There is no contractor “${id}”. Choose one from the list.`,
  ownParent: 'A site cannot be a part of itself. Choose another.',
  ownDeputy: 'Nobody can be their own deputy. Choose somebody else.',
  notTechnicianRole: (name) => `${name} lacks the role technician. Give it to them first.`,
  hours: (spec) => `“${spec}” cannot be read. Write for example Mo-Fr 07:30-16:30; PH off.`,
  hoursGuessed: (spec, readAs) => `“${spec}” is read as “${readAs}”. Write that, if it is right.`,
  closedDays: (text) =>
    `“${text}” is not a date. Write 2026-12-24, or 2026-12-24/2027-01-06 for several days.`,
  period: 'It ends before it begins, or cannot be read. Write dates as 2026-07-01.',
  language: 'Write the language with two letters, such as sv.',
  factName: (name) => `“${name}” cannot be the name of a fact. Choose another.`,
  password: 'Passwords may not be kept here. Write where it is, or who has it.',
  identityNumber: 'Personal identity numbers may not be kept here. Please remove it.',
  lastAdmin: 'The desk needs at least one admin. Give somebody else the role first.',
  connector: (name) => `“${name}” cannot be connected. Choose one from the list.`,
  contractorId: 'Write the id with a–z, digits and hyphens.',
  contractorTwice: (id) => `Two contractors have the id “${id}”. Give one of them another.`,
  email: 'Write the address: this contractor is connected by e-mail.',
  promise: (text) => `“${text}” is not a length of time. Write for example 30m, 4h or 2d.`,
  promiseLevel: (level) => `“${level}” is not a priority. Remove the line.`,
  rowContractor: 'Choose which contractor the row goes to.',
  noCatchAll: 'Some cases have no row. Add a row at the end that is for everything.',
  inUse: {
    home: (who) => `The site is the home of ${who}. Give them another first.`,
    technicianSites: (who) => `The site is in the rota of ${who}. Take it away there first.`,
    matrix: (rows) => `The site is in the responsibility matrix, row ${rows}. Change that first.`,
    sites: (what) => `The site is used by ${what}. Change that first.`,
    notes: (number, what) =>
      `${count(number, 'note is', 'notes are')} about the site: ${what}. Move or archive ${number === 1 ? 'it' : 'them'} first.`,
    edits: (who) => `${who} may edit the site. Change that first.`,
    technician: 'The person is a technician in the rota. Remove the technician there first.',
    contact: (what) => `The person is the contact of ${what}. Choose another there first.`,
    owner: (number, what) =>
      `The person owns ${count(number, 'note', 'notes')}: ${what}. Choose somebody else first.`,
    deputy: (who) => `The technician is the deputy of ${who}. Choose somebody else there first.`,
    handles: (number, what) =>
      `${count(number, 'note names', 'notes name')} the technician: ${what}. Change that first.`,
    contractorNotes: (name, number, what) =>
      `${count(number, 'note names', 'notes name')} ${name}: ${what}. Change that first.`,
    cases: (number) =>
      `The technician has ${count(number, 'open case', 'open cases')}. Hand ${number === 1 ? 'it' : 'them'} over first.`,
    more: (number) => `${number} more`,
  },
  nobody: 'Nobody',
  secret: 'secret fact',
  changed: 'changed',
  nobodyInParticular: 'By import',
};
