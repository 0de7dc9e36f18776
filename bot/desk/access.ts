import { type AccessRow, type Party, parties, type Reach } from './access-row.ts';
import { accessToCases } from './access-to-cases.ts';
import { accessToDesk } from './access-to-desk.ts';
import { accessToNotes } from './access-to-notes.ts';
import { type Role, roles } from './person.ts';

/** Who may do what with which thing: the one table, which the code asks and the tests are made of. */
export const accessRows = { ...accessToNotes, ...accessToCases, ...accessToDesk };

/** A row of the table: `technician-notes read`. */
export type Deed = keyof typeof accessRows;

/** One answer of the table, with its reason. */
export type Cell = {
  readonly deed: Deed;
  readonly party: Party;
  readonly reach: Reach;
  readonly reason: string;
};

const rows: Readonly<Record<Deed, AccessRow>> = accessRows;

/** What one party may: the table's own answer. */
export function reachOfParty(party: Party, deed: Deed): Reach {
  return rows[deed].may[party] ?? 'no';
}

/** The widest answer that any of these gives. */
export function reachOf(some: readonly Party[], deed: Deed): Reach {
  return some
    .map((party) => reachOfParty(party, deed))
    .reduce((most, one) => (order.indexOf(one) > order.indexOf(most) ? one : most), 'no');
}

const order: readonly Reach[] = ['no', 'own', 'own-case', 'own-site', 'yes'];

/** Roles to which the table gives that much; without `wanted`: anything at all. */
export function rolesThat(deed: Deed, wanted?: Reach): readonly Role[] {
  return roles.filter((role) => {
    const reach = reachOfParty(role, deed);
    return wanted === undefined ? reach !== 'no' : reach === wanted;
  });
}

/** The whole table, an answer at a time. */
export function accessCells(): readonly Cell[] {
  return deeds.flatMap((deed) =>
    parties.map((party) => {
      const { because, otherwise } = rows[deed];
      const reach = reachOfParty(party, deed);
      return { deed, party, reach, reason: reach === 'no' ? otherwise : because };
    }),
  );
}

/** Every row's name, in the table's order. */
export const deeds = Object.keys(accessRows).filter(isDeed);

function isDeed(name: string): name is Deed {
  return Object.hasOwn(accessRows, name);
}
