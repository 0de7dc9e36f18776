import { createContext, useContext } from 'react';
import type { NoteContent, NoteFault, NoteField } from '#bot/web/api/contract/note-contract.ts';
import type { ApiFailure } from '../../../api/api-failure.ts';

/** What every field of the form needs. */
export type NoteForm = {
  readonly content: NoteContent;
  readonly set: <F extends NoteField>(field: F, value: NoteContent[F]) => void;
  readonly faults: readonly NoteFault[];
  /** The folder in which the note is kept; empty while it is not chosen. */
  readonly folder: string;
};

export const NoteFormContext = createContext<NoteForm | null>(null);

/** @throws Error outside a form. */
export function useNoteForm(): NoteForm {
  const form = useContext(NoteFormContext);
  if (form === null) throw new Error('outside the form');
  return form;
}

/** The fault to show at a field: what must be changed before what should be. */
export function faultAt(faults: readonly NoteFault[], field: NoteField): NoteFault | null {
  const here = faults.filter((fault) => fault.field === field);
  return here.find(({ level }) => level === 'error') ?? here[0] ?? null;
}

/** The contract's fields in the order in which the form shows them. */
const formOrder: readonly NoteField[] = [
  'title',
  'category',
  'asset',
  'sites',
  'siteKinds',
  'symptoms',
  'warning',
  'intro',
  'stepsTitle',
  'steps',
  'outro',
  'audience',
  'owner',
  'reviewBy',
  'confidence',
  'handledBy',
  'validFrom',
  'validTo',
];

/** The errors in the order of the form; those of no field come last. */
export function errorsInOrder(faults: readonly NoteFault[]): readonly NoteFault[] {
  const place = ({ field }: NoteFault) => (field === null ? formOrder.length : formOrder.indexOf(field));
  return faults.filter(({ level }) => level === 'error').toSorted((a, b) => place(a) - place(b));
}

/** What a refused save says, at the fields it names: `content.steps.2` is the steps. */
export function faultsOfFailure(failure: ApiFailure): readonly NoteFault[] {
  return failure.faults.map(({ path, message }) => ({ field: fieldOfPath(path), level: 'error', message }));
}

function fieldOfPath(path: string): NoteField | null {
  const parts = path.split(/[./[\]]+/);
  return formOrder.find((field) => parts.includes(field)) ?? null;
}
