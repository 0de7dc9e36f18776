import { reachOf } from '#bot/desk/access.ts';
import { type Party, parties } from '#bot/desk/access-row.ts';
import { crowdOf, teamsPerson, who as upns, type Who } from './leak-desk.ts';
import { deedOf, type Entrance, type Kind, type Marker } from './markers.ts';
import type { HasToDoWith } from './owners.ts';

/** Somebody who reads what Vaktis says, as the table knows them. */
export type Reader = {
  readonly name: string;
  readonly parties: readonly Party[];
  readonly owns: readonly Kind[];
  /** User name or contractor's id, by which a case knows whose it is; null: nobody in particular. */
  readonly id: string | null;
};

const staff = ['staff'] as const;
/** What `own-site` and `own` of the table are here; whose a case is, the case itself says. */
const named: Record<Who, Omit<Reader, 'id'>> = {
  anna: {
    name: 'anna',
    parties: ['technician'],
    // What staff at solen report is offered to her.
    owns: ['withheld fact', 'site fact', 'secret fact'],
  },
  bo: { name: 'bo', parties: ['technician'], owns: [] },
  cia: { name: 'cia', parties: ['technician'], owns: ['absence reason'] },
  dispatcher: { name: 'dispatcher', parties: ['dispatcher'], owns: [] },
  eva: { name: 'eva', parties: staff, owns: [] },
  finn: { name: 'finn', parties: staff, owns: ['staff’s telephone'] },
  hilda: { name: 'hilda', parties: ['staff', 'head'], owns: [] },
  reader: { name: 'reader', parties: ['reader'], owns: [] },
  ella: { name: 'ella', parties: ['editor'], owns: [] },
  admin: { name: 'admin', parties: ['admin'], owns: ['typed text'] },
};
const names = ['anna', 'bo', 'cia', 'dispatcher', 'eva', 'finn', 'hilda', 'reader', 'ella', 'admin'] as const;

export function readerNamed(who: Who): Reader {
  return { ...named[who], id: upns[who] };
}

/** Not a person, or many of them. */
export function readerAs(party: Party, owns: readonly Kind[] = [], id: string | null = null): Reader {
  return { name: party, parties: [party], owns, id };
}

/** Whom an object id is of. */
export function readerOf(aadObjectId: string): Reader {
  const known = names.find((one) => teamsPerson(one).aadObjectId === aadObjectId);
  if (known !== undefined) return readerNamed(known);
  const crowd = parties.find((party) => party === crowdOf(aadObjectId));
  if (crowd === undefined) throw new Error(`nobody has the id ${aadObjectId}`);
  return readerAs(crowd, [], `${crowd}${Number(aadObjectId.slice(-12))}@desk.example`);
}

/** Whose chat it is that something was sent to; whoever reads along elsewhere. */
export function readerOfPath(path: string): Reader {
  const id = /\/a:chat-([\w-]+)\//.exec(path)?.[1];
  return id === undefined ? readerAs('bystander') : readerOf(id);
}

/** What the table of rights says: whether this reader may be told such a thing in that way. */
export function mayBeTold(
  reader: Reader,
  { kind, name }: Pick<Marker, 'kind' | 'name'>,
  entrance: Entrance,
  hasToDoWith: HasToDoWith,
): boolean {
  if (entrance === 'log') return false;
  const isCase = kind === 'another’s case';
  const isOfCase = isCase || kind === 'staff’s telephone';
  const isTheirs = (isOfCase && hasToDoWith(reader.id, { name })) || reader.owns.includes(kind);
  // What others press on a case is told to whoever reported it.
  if (isCase && isTheirs && reachOf(reader.parties, 'own-cases ask') !== 'no') return true;
  const reach = reachOf(reader.parties, deedOf(kind, entrance));
  return reach === 'yes' || (reach !== 'no' && isTheirs);
}
