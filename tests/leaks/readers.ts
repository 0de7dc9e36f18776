import { reachOf } from '#bot/desk/access.ts';
import { type Party, parties } from '#bot/desk/access-row.ts';
import { crowdOf, teamsPerson, type Who } from './leak-desk.ts';
import { deedOf, type Entrance, type Kind } from './markers.ts';

/** Somebody who reads what Vaktis says, as the table knows them. */
export type Reader = {
  readonly name: string;
  readonly parties: readonly Party[];
  readonly owns: readonly Kind[];
};

const staff = ['staff'] as const;
/** Who has, serves or reported what: what `own-case`, `own-site` and `own` of the table are here. */
const named: Record<Who, Reader> = {
  anna: {
    name: 'anna',
    parties: ['technician'],
    // What staff at solen report is offered to her.
    owns: ['withheld fact', 'site fact', 'secret fact'],
  },
  bo: { name: 'bo', parties: ['technician'], owns: ['another’s case', 'staff’s telephone'] },
  cia: { name: 'cia', parties: ['technician'], owns: ['absence reason', 'another’s case'] },
  dispatcher: { name: 'dispatcher', parties: ['dispatcher'], owns: [] },
  eva: { name: 'eva', parties: staff, owns: [] },
  finn: { name: 'finn', parties: staff, owns: ['another’s case', 'staff’s telephone'] },
  hilda: { name: 'hilda', parties: ['staff', 'head'], owns: ['another’s case'] },
  reader: { name: 'reader', parties: ['reader'], owns: [] },
  ella: { name: 'ella', parties: ['editor'], owns: [] },
  admin: { name: 'admin', parties: ['admin'], owns: ['typed text'] },
};
const names = ['anna', 'bo', 'cia', 'dispatcher', 'eva', 'finn', 'hilda', 'reader', 'ella', 'admin'] as const;

export function readerNamed(who: Who): Reader {
  return named[who];
}

/** Not a person, or many of them. */
export function readerAs(party: Party, owns: readonly Kind[] = []): Reader {
  return { name: party, parties: [party], owns };
}

/** Whom an object id is of. */
export function readerOf(aadObjectId: string): Reader {
  const known = names.find((one) => teamsPerson(one).aadObjectId === aadObjectId);
  if (known !== undefined) return named[known];
  const crowd = parties.find((party) => party === crowdOf(aadObjectId));
  if (crowd === undefined) throw new Error(`nobody has the id ${aadObjectId}`);
  return readerAs(crowd);
}

/** Whose chat it is that something was sent to; whoever reads along elsewhere. */
export function readerOfPath(path: string): Reader {
  const id = /\/a:chat-([\w-]+)\//.exec(path)?.[1];
  return id === undefined ? readerAs('bystander') : readerOf(id);
}

/** What the table of rights says: whether this reader may be told such a thing in that way. */
export function mayBeTold(reader: Reader, kind: Kind, entrance: Entrance): boolean {
  if (entrance === 'log') return false;
  const isTheirs = kind === 'another’s case' && reader.owns.includes(kind);
  // What others press on a case is told to whoever reported it.
  if (isTheirs && reachOf(reader.parties, 'own-cases ask') !== 'no') return true;
  const reach = reachOf(reader.parties, deedOf(kind, entrance));
  return reach === 'yes' || (reach !== 'no' && reader.owns.includes(kind));
}
