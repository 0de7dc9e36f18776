import { isDay, momentOf } from '#bot/desk/local-time.ts';
import type { Period, Technician } from '#bot/desk/technician.ts';
import { type Fault, type FaultText, faultAt, type Located } from '../fault.ts';
import { fieldFaults } from '../messages.ts';
import { referenceFaults } from '../messages-on-content.ts';
import { type CheckContext, missing } from './context.ts';
import { checkHours } from './hours.ts';

/** people.csv and technicians.yaml against the rest. */
export function checkPeople(context: CheckContext): Fault[] {
  return [...checkPersons(context), ...checkTechnicians(context)];
}

function checkPersons({ parts, sites, areas, technicians }: CheckContext): Fault[] {
  const places = new Set([...sites, ...areas, '*']);
  return parts.people.flatMap((person) => {
    const { value } = person;
    const at = (column: string, text: FaultText | null) => (text ? [faultAt(person, [column], text)] : []);
    const lacksDuty =
      value.roles.includes('technician') && parts.known.technicians && !technicians.has(value.upn);
    return [
      ...value.homeSiteIds.flatMap((id) =>
        at('home_site_ids', missing(id, sites, parts.known.sites, referenceFaults.site)),
      ),
      ...(value.edits ?? []).flatMap((id) =>
        at('edits', missing(id, places, parts.known.sites, referenceFaults.siteOrArea)),
      ),
      ...at('roles', lacksDuty ? referenceFaults.roleWithoutRota(value.upn) : null),
    ];
  });
}

function checkTechnicians(context: CheckContext): Fault[] {
  const { parts, people } = context;
  const roles = new Map(parts.people.map((person) => [person.value.upn, person.value.roles]));
  return parts.technicians.flatMap((technician) => {
    const { upn } = technician.value;
    const unknown = missing(upn, people, parts.known.people, referenceFaults.person);
    const lacksRole = roles.get(upn)?.includes('technician') === false;
    const identity = unknown ?? (lacksRole ? referenceFaults.notTechnicianRole(upn) : null);
    return [
      ...(identity ? [faultAt(technician, ['upn'], identity)] : []),
      ...checkReach(technician, context),
      ...checkRota(technician, context),
    ];
  });
}

function checkReach(
  technician: Located<Technician>,
  { parts, sites, areas, technicians }: CheckContext,
): Fault[] {
  const { value } = technician;
  const at = (path: readonly PropertyKey[], text: FaultText | null) =>
    text ? [faultAt(technician, path, text)] : [];
  const own = value.deputy === value.upn;
  return [
    ...value.areas.flatMap((id, index) =>
      at(['areas', index], missing(id, areas, parts.known.sites, referenceFaults.area)),
    ),
    ...value.sites.flatMap((id, index) =>
      at(['sites', index], missing(id, sites, parts.known.sites, referenceFaults.site)),
    ),
    ...at(['deputy'], own ? referenceFaults.ownDeputy() : null),
    ...(value.deputy === null || own
      ? []
      : at(
          ['deputy'],
          missing(value.deputy, technicians, parts.known.technicians, referenceFaults.technician),
        )),
  ];
}

function checkRota(technician: Located<Technician>, { time }: CheckContext): Fault[] {
  const { value } = technician;
  const periods = (field: 'shifts' | 'absences', list: readonly Period[]) =>
    list.flatMap((period, index) =>
      isBackwards(period, time.timezone)
        ? [faultAt(technician, [field, index], fieldFaults.period(field, period.from, period.to))]
        : [],
    );
  return [
    ...checkHours(technician, ['duty'], value.duty, time),
    ...checkHours(technician, ['on_call'], value.onCall, time),
    ...periods('shifts', value.shifts),
    ...periods('absences', value.absences),
  ];
}

/** A period of days holds both of them, so one day is long enough; instants must lie apart. */
function isBackwards({ from, to }: Period, timezone: string): boolean {
  if (isDay(from) && isDay(to)) return from > to;
  const [start, end] = [momentOf(from, timezone), momentOf(to, timezone)];
  return start !== null && end !== null && (isDay(to) ? to < from.slice(0, 10) : start >= end);
}
