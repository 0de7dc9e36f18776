import { momentOf } from '#bot/desk/local-time.ts';
import { type Note, sharedFolder } from '../../note.ts';
import { type Fault, type FaultText, faultAt, type Located } from '../fault.ts';
import { fieldFaults } from '../messages.ts';
import { referenceFaults } from '../messages-on-content.ts';
import { suggest } from '../suggest.ts';
import { type CheckContext, missing } from './context.ts';

/** Every note against the rest. */
export function checkNotes(context: CheckContext): Fault[] {
  return context.parts.notes.flatMap((note) => checkNote(note, context));
}

function checkNote(note: Located<Note>, context: CheckContext): Fault[] {
  const { value } = note;
  const { parts, sites, people } = context;
  const at = (key: string, text: FaultText | null) => (text ? [faultAt(note, [key], text)] : []);
  const folder = value.id.split('/')[0] ?? '';
  const named = value.sites.filter((id) => id !== folder);
  return [
    ...named.flatMap((id) => at('sites', missing(id, sites, parts.known.sites, referenceFaults.site))),
    ...at('sites', leavesOutFolder(value, folder) ? referenceFaults.siteFolder(folder) : null),
    ...at(
      'site_kinds',
      value.siteKinds.length > 0 && value.sites.length > 0 ? referenceFaults.kindsUnused() : null,
    ),
    ...(value.owner === null
      ? []
      : at('owner', missing(value.owner, people, parts.known.people, referenceFaults.person))),
    ...at('handled_by', handledByFault(value.handledBy, context)),
    ...at('valid_to', windowFault(value, context.time.timezone)),
  ];
}

function leavesOutFolder(note: Note, folder: string): boolean {
  return folder !== sharedFolder && !note.sites.includes(folder);
}

function handledByFault(handledBy: string | null, context: CheckContext): FaultText | null {
  const { contractors, technicians, parts } = context;
  if (handledBy === null || handledBy === 'local') return null;
  if (handledBy === 'contractor') {
    if (!parts.known.desk || contractors.size === 1) return null;
    return contractors.size === 0 ? referenceFaults.noContractor() : referenceFaults.manyContractors();
  }
  if (handledBy.startsWith('contractor:')) {
    const id = handledBy.slice('contractor:'.length);
    return missing(id, contractors, parts.known.desk, referenceFaults.contractor);
  }
  if (handledBy.includes('@')) {
    return missing(handledBy, technicians, parts.known.technicians, referenceFaults.technician);
  }
  const likely = contractors.has(handledBy)
    ? `contractor:${handledBy}`
    : suggest(handledBy, ['local', 'contractor']);
  return referenceFaults.handledBy(handledBy, likely);
}

function windowFault(note: Note, timezone: string): FaultText | null {
  const { validFrom, validTo } = note;
  if (validFrom === null || validTo === null) return null;
  const [from, to] = [momentOf(validFrom, timezone), momentOf(validTo, timezone)];
  if (from === null || to === null || from < to) return null;
  return fieldFaults.period('valid_from', validFrom, validTo);
}
