import type { DeskParts, Named } from '../desk-parts.ts';
import type { Fault } from '../fault.ts';
import { fieldFaults } from '../messages.ts';
import { referenceFaults } from '../messages-on-content.ts';

/** Ids that stand twice, also when only their case differs. */
export function checkDuplicates(parts: DeskParts): Fault[] {
  const { named } = parts;
  return [
    ...duplicates('site', named.sites),
    ...duplicates('person', named.people),
    ...duplicates('technician', named.technicians),
    ...duplicates('contractor', named.contractors),
    ...duplicates('note', named.notes),
    ...sharedAccounts(parts),
  ];
}

function duplicates(what: string, names: readonly Named[]): Fault[] {
  const first = new Map<string, Named>();
  return names.flatMap((name) => {
    const key = name.id.toLowerCase();
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, name);
      return [];
    }
    return [{ ...fieldFaults.duplicate(what, name.id, whereIs(earlier)), file: name.file, line: name.line }];
  });
}

function sharedAccounts(parts: DeskParts): Fault[] {
  const first = new Map<string, Named>();
  return parts.people.flatMap(({ value, file, lineOf }) => {
    if (value.aadObjectId === null) return [];
    const earlier = first.get(value.aadObjectId);
    const line = lineOf(['aad_object_id']);
    if (earlier === undefined) {
      first.set(value.aadObjectId, { id: value.upn, file, line });
      return [];
    }
    return [{ ...referenceFaults.sharedAccount(value.aadObjectId, whereIs(earlier)), file, line }];
  });
}

function whereIs(name: Named): string {
  return name.line === null ? name.file : `${name.file}:${name.line}`;
}
