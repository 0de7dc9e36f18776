import { useEffect, useState } from 'react';
import type { ApiFailure } from '../../../api/api-failure.ts';
import { toFailure, useLoad } from '../../../shell/use-load.ts';
import { isAlike, type MergedForm, mergeForms } from '../merge-forms.ts';

export type Stored<T> = { readonly version: number; readonly value: T };

type Ports<T> = {
  /** Names what is edited; null for something new. */
  readonly key: string | null;
  readonly empty: T;
  readonly load: (signal: AbortSignal | undefined) => Promise<Stored<T>>;
  readonly change: (basedOn: number, value: T) => Promise<Stored<T>>;
  /** Absent for what can only be changed. */
  readonly add?: (value: T) => Promise<Stored<T>>;
};

/** A form over something that is stored. What one wrote stays, whatever happens: another's save, a fault, no network. */
export type Editing<T> = {
  /** Null until it is here. */
  readonly value: T | null;
  /** Why it is not here. */
  readonly missing: ApiFailure | null;
  readonly version: number | null;
  readonly isChanged: boolean;
  readonly isSaving: boolean;
  /** Why it could not be saved. */
  readonly failure: ApiFailure | null;
  /** Somebody else saved meanwhile: how both are put together. */
  readonly conflict: MergedForm<T> | null;
  readonly edit: (change: Partial<T>) => void;
  readonly undo: () => void;
  /** @returns what is stored then; null when it could not be. */
  readonly save: (value?: T) => Promise<T | null>;
  /** Has chosen between mine and theirs in that field. */
  readonly settle: (field: keyof T & string, value: unknown) => void;
  readonly reload: () => void;
};

type Base<T> = { readonly version: number | null; readonly value: T };

export function useStored<T extends object>({ key, empty, load, change, add }: Ports<T>): Editing<T> {
  const loaded = useLoad<Stored<T>>(key, load);
  const [base, setBase] = useState<Base<T> | null>(key === null ? { version: null, value: empty } : null);
  const [mine, setMine] = useState<T | null>(key === null ? empty : null);
  const [stand, setStand] = useState<Stand<T>>(still);
  useEffect(() => {
    if (loaded.value === null) return;
    setBase(loaded.value);
    setMine(loaded.value.value);
    setStand(still);
  }, [loaded.value]);

  const accept = (stored: Stored<T>) => {
    setBase(stored);
    setMine(stored.value);
    setStand(still);
    return stored.value;
  };
  const save = async (value = mine): Promise<T | null> => {
    if (value === null || base === null || stand.isSaving) return null;
    setMine(value);
    setStand({ ...still, isSaving: true });
    try {
      const { version } = base;
      if (version !== null) return accept(await change(version, value));
      return add ? accept(await add(value)) : null;
    } catch (error) {
      const failure = toFailure(error);
      if (failure.kind === 'conflict' && base.version !== null) await merge(base.value, value, failure);
      else setStand({ ...still, failure });
      return null;
    }
  };
  const merge = async (from: T, value: T, failure: ApiFailure) => {
    try {
      const theirs = await load(undefined);
      const conflict = mergeForms(from, value, theirs.value);
      setBase(theirs);
      setMine(conflict.value);
      setStand({ ...still, conflict });
    } catch {
      setStand({ ...still, failure });
    }
  };
  return {
    value: mine,
    missing: mine === null ? loaded.failure : null,
    version: base?.version ?? null,
    isChanged: mine !== null && base !== null && !isAlike(mine, base.value),
    ...stand,
    edit: (part) => setMine((before) => (before === null ? null : { ...before, ...part })),
    undo: () => {
      setMine(base?.value ?? null);
      setStand(still);
    },
    save,
    settle: (field, value) => {
      setMine((before) => (before === null ? null : { ...before, [field]: value }));
      setStand((before) => ({ ...before, conflict: settled(before.conflict, field) }));
    },
    reload: loaded.reload,
  };
}

type Stand<T> = {
  readonly isSaving: boolean;
  readonly failure: ApiFailure | null;
  readonly conflict: MergedForm<T> | null;
};
const still = { isSaving: false, failure: null, conflict: null };

function settled<T>(conflict: MergedForm<T> | null, field: string): MergedForm<T> | null {
  if (conflict === null) return null;
  return { ...conflict, meeting: conflict.meeting.filter((known) => known.field !== field) };
}
