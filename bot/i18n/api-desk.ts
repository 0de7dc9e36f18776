import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { en } from './api-desk-en.ts';

/** What the API says when the desk's own data cannot be as somebody wants it. */
export type DeskWords = typeof sv;

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

const sv = {
  taken: (id: string) => `Det finns redan någon eller något med id ”${id}”. Välj ett annat.`,
  otherId: 'Id går inte att ändra. Lägg till en ny i stället, och ta bort den här.',
  required: 'Fyll i det här.',
  noSite: (id: string) => `Det finns ingen plats ”${id}”. Välj en plats i listan.`,
  noArea: (area: string) => `Det finns inget område ”${area}”. Välj ett område som någon plats har.`,
  noPlace: (id: string) => `”${id}” är varken en plats eller ett område. Välj en i listan, eller * för alla.`,
  noPerson: (upn: string) => `Det finns ingen person ”${upn}”. Lägg till personen först.`,
  noTechnician: (upn: string) => `”${upn}” är ingen tekniker. Välj en tekniker i listan.`,
  noContractor: (id: string) => `Det finns ingen leverantör ”${id}”. Välj en i listan.`,
  ownParent: 'En plats kan inte höra till sig själv. Välj en annan.',
  ownDeputy: 'Ingen kan vara sin egen ersättare. Välj någon annan.',
  notTechnicianRole: (name: string) => `${name} har inte rollen tekniker. Ge personen den först.`,
  hours: (spec: string) => `”${spec}” går inte att läsa. Skriv till exempel Mo-Fr 07:30-16:30; PH off.`,
  hoursGuessed: (spec: string, readAs: string) => `”${spec}” läses som ”${readAs}”. Skriv så om det stämmer.`,
  closedDays: (text: string) =>
    `”${text}” är inget datum. Skriv 2026-12-24, eller 2026-12-24/2027-01-06 för flera dagar.`,
  period: 'Tiden slutar innan den börjar, eller går inte att läsa. Skriv datum som 2026-07-01.',
  language: 'Skriv språket med två bokstäver, till exempel sv.',
  factName: (name: string) => `”${name}” går inte som namn på en uppgift. Välj ett annat.`,
  password: 'Lösenord får inte sparas här. Skriv i stället var det finns, eller vem som har det.',
  identityNumber: 'Personnummer får inte sparas här. Ta bort det.',
  lastAdmin: 'Helpdesken behöver minst en administratör. Ge någon annan rollen först.',
  connector: (name: string) => `”${name}” går inte att koppla. Välj en i listan.`,
  contractorId: 'Skriv id med små bokstäver a–z, siffror och bindestreck.',
  contractorTwice: (id: string) => `Det finns två leverantörer med id ”${id}”. Ge den ena ett annat.`,
  email: 'Skriv adressen: leverantören kopplas med e-post.',
  promise: (text: string) => `”${text}” är ingen tid. Skriv till exempel 30m, 4h eller 2d.`,
  promiseLevel: (level: string) => `”${level}” är ingen prioritet. Ta bort raden.`,
  rowContractor: 'Välj vilken leverantör raden går till.',
  noCatchAll: 'En del ärenden har ingen rad. Lägg en rad sist som gäller allt.',
  inUse: {
    /** Why something cannot be removed. `who` and `what`: names, a few of them. */
    home: (who: string) => `Platsen är hemmaplats för ${who}. Ge dem en annan först.`,
    technicianSites: (who: string) => `Platsen är i schemat för ${who}. Ta bort den där först.`,
    matrix: (rows: string) => `Platsen finns i ansvaret, rad ${rows}. Ändra där först.`,
    sites: (what: string) => `Platsen används av ${what}. Ändra där först.`,
    notes: (number: number, what: string) =>
      `${count(number, 'notis handlar', 'notiser handlar')} om platsen: ${what}. Flytta eller arkivera ${number === 1 ? 'den' : 'dem'} först.`,
    edits: (who: string) => `${who} får redigera platsen. Ändra det först.`,
    technician: 'Personen är tekniker i schemat. Ta bort teknikern där först.',
    contact: (what: string) => `Personen är kontaktperson för ${what}. Välj en annan där först.`,
    owner: (number: number, what: string) =>
      `Personen ansvarar för ${count(number, 'notis', 'notiser')}: ${what}. Välj någon annan först.`,
    deputy: (who: string) => `Teknikern är ersättare för ${who}. Välj någon annan där först.`,
    handles: (number: number, what: string) =>
      `${count(number, 'notis pekar', 'notiser pekar')} ut teknikern: ${what}. Ändra där först.`,
    contractorNotes: (name: string, number: number, what: string) =>
      `${count(number, 'notis pekar', 'notiser pekar')} ut ${name}: ${what}. Ändra där först.`,
    cases: (number: number) =>
      `Teknikern har ${count(number, 'öppet ärende', 'öppna ärenden')}. Lämna över ${number === 1 ? 'det' : 'dem'} först.`,
    more: (number: number) => `${number} till`,
  },
  /** Where a case would go, in the matrix's trial. */
  nobody: 'Ingen',
  secret: 'hemlig uppgift',
  changed: 'ändrad',
  nobodyInParticular: 'Vid import',
};

export function deskWords(language: ReplyLanguage): DeskWords {
  return language === 'sv' ? sv : en;
}
