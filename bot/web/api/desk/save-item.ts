import type { Person } from '#bot/desk/person.ts';
import { NotFound } from '#bot/errors.ts';
import type { DeskEditing, DeskKind, DeskValues, Versioned } from '#knowledge/review/desk-editing.ts';
import { Conflict, FaultyInput } from '../api-errors.ts';
import type { FormFault } from './check-forms.ts';

export type Saving<K extends DeskKind> = {
  readonly kind: K;
  readonly id: string;
  readonly person: Person;
  readonly now: Date;
};

/**
 * Changes what is there, unless somebody did so since it was read. Faults that it had before do not stand in the way.
 * @throws NotFound when it is gone; Conflict; FaultyInput
 */
export async function changeItem<K extends DeskKind>(
  editing: DeskEditing,
  { kind, id, person, now }: Saving<K>,
  basedOn: number,
  next: (current: DeskValues[K]) => DeskValues[K],
  check: (value: DeskValues[K]) => readonly FormFault[],
): Promise<Versioned<DeskValues[K]>> {
  const stored = await editing.edit(
    { kind, id, basedOn, by: person.upn, at: now, way: 'tab' },
    ({ current }) => {
      if (current === null) throw new NotFound(`${kind} ${id} is gone`);
      if (current.version !== basedOn) throw new Conflict();
      const value = next(current.value);
      const before = new Set(check(current.value).map(nameOf));
      refuseFaults(
        check(value).filter((fault) => !before.has(nameOf(fault))),
        'value.',
      );
      return value;
    },
  );
  if (stored === null) throw new NotFound(`${kind} ${id} is gone`);
  return stored;
}

/** @throws FaultyInput also when there is one with that id. */
export async function addItem<K extends DeskKind>(
  editing: DeskEditing,
  { kind, id, person, now }: Saving<K>,
  value: DeskValues[K],
  faults: readonly FormFault[],
  taken: FormFault,
): Promise<Versioned<DeskValues[K]>> {
  refuseFaults(faults, '');
  const stored = await editing.edit({ kind, id, by: person.upn, at: now, way: 'tab' }, ({ current }) => {
    if (current !== null) throw new FaultyInput([taken]);
    return value;
  });
  if (stored === null) throw new NotFound(`${kind} ${id} is gone`);
  return stored;
}

/** @throws NotFound; Conflict; FaultyInput with why it cannot go yet */
export async function removeItem<K extends DeskKind>(
  editing: DeskEditing,
  { kind, id, person, now }: Saving<K>,
  basedOn: number,
  uses: readonly string[],
): Promise<void> {
  await editing.edit({ kind, id, basedOn, by: person.upn, at: now, way: 'tab' }, ({ current }) => {
    if (current === null) throw new NotFound(`${kind} ${id} is gone`);
    if (current.version !== basedOn) throw new Conflict();
    refuseFaults(
      uses.map((message) => ({ path: '', message })),
      '',
    );
    return null;
  });
}

export function refuseFaults(faults: readonly FormFault[], prefix: 'value.' | ''): void {
  if (faults.length === 0) return;
  throw new FaultyInput(faults.map(({ path, message }) => ({ path: `${prefix}${path}`, message })));
}

function nameOf({ path, message }: FormFault): string {
  return `${path}\n${message}`;
}
