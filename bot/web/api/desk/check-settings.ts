import type { Desk } from '#bot/desk/desk.ts';
import type { DeskSettings, ResponsibilityRow } from '#bot/desk/desk-settings.ts';
import type { DeskWords } from '#bot/i18n/api-desk.ts';
import type { Note } from '#knowledge/note.ts';
import type { ContractorForm, MatrixRow } from '../contract/desk-contract.ts';
import { checkHours, checkPromise, checkSecrets, type FormFault, missing } from './check-forms.ts';
import { isConnector } from './from-forms.ts';
import { listed } from './in-use.ts';

type Looking = { readonly desk: Desk; readonly words: DeskWords };

/** What is wrong with the settings as they would be stored. */
export function checkSettings(settings: DeskSettings, notes: readonly Note[], looking: Looking): FormFault[] {
  const { desk, words } = looking;
  return [
    ...checkHours('serviceHours', settings.serviceHours || '?', desk.settings, words),
    ...checkMatrix(settings.responsibility, settings, looking),
    ...settings.contractors.flatMap((contractor, index) => [
      ...checkHours(`contractors.${index}.serviceHours`, contractor.serviceHours, desk.settings, words),
      ...(contractor.connector === 'email' && contractor.email === null
        ? [{ path: `contractors.${index}.email`, message: words.email }]
        : []),
    ]),
    ...checkContractorIds(settings, words),
    ...checkGone(settings, notes, looking),
    ...checkSecrets({ referrals: settings.referrals, contractors: settings.contractors }, words),
  ];
}

/** What a form can say and settings cannot hold. */
export function checkContractorForms(forms: readonly ContractorForm[], words: DeskWords): FormFault[] {
  return forms.flatMap((form, index) => [
    ...(isConnector(form.connector)
      ? []
      : [{ path: `contractors.${index}.connector`, message: words.connector(form.connector) }]),
    ...checkPromise(`contractors.${index}.promise`, form.promise, words),
  ]);
}

/** `contractors`: those that there would be. */
export function checkMatrix(
  rows: readonly (ResponsibilityRow | MatrixRow)[],
  { contractors }: Pick<DeskSettings, 'contractors'>,
  { desk, words }: Looking,
): FormFault[] {
  const areas = new Map([...desk.sites.values()].map(({ area }) => [area, true]));
  const known = new Map(contractors.map(({ id }) => [id, true]));
  const faults = rows.flatMap((row, index) => {
    const path = `responsibility.${index}`;
    const isTheirs = row.handledBy === 'contractor';
    return [
      ...missing(`${path}.site`, [row.site], desk.sites, words.noSite),
      ...missing(`${path}.area`, [row.area], areas, words.noArea),
      ...(isTheirs && row.contractor === null
        ? [{ path: `${path}.contractor`, message: words.rowContractor }]
        : []),
      ...(isTheirs ? missing(`${path}.contractor`, [row.contractor], known, words.noContractor) : []),
    ];
  });
  return rows.some(isCatchAll) ? faults : [...faults, { path: 'responsibility', message: words.noCatchAll }];
}

function isCatchAll({ category, site, area, siteKind }: ResponsibilityRow | MatrixRow): boolean {
  return category === null && site === null && area === null && siteKind === null;
}

function checkContractorIds({ contractors }: DeskSettings, words: DeskWords): FormFault[] {
  return contractors.flatMap(({ id }, index) => {
    const path = `contractors.${index}.id`;
    if (!/^[a-z0-9-]+$/.test(id)) return [{ path, message: words.contractorId }];
    const isTwice = contractors.findIndex((other) => other.id === id) < index;
    return isTwice ? [{ path, message: words.contractorTwice(id) }] : [];
  });
}

/** A contractor that a note names cannot go before the note lets go of it. */
function checkGone(settings: DeskSettings, notes: readonly Note[], { desk, words }: Looking): FormFault[] {
  const kept = new Set(settings.contractors.map(({ id }) => id));
  return desk.settings.contractors
    .filter(({ id }) => !kept.has(id))
    .flatMap(({ id, name }) => {
      const named = notes.filter(
        ({ status, handledBy }) => status !== 'archived' && handledBy === `contractor:${id}`,
      );
      if (named.length === 0) return [];
      const titles = listed(
        named.map(({ title }) => title),
        words,
      );
      return [{ path: 'contractors', message: words.inUse.contractorNotes(name, named.length, titles) }];
    });
}
