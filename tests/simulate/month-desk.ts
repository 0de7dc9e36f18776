import { createDesk, type Desk } from '#bot/desk/desk.ts';
import type { Technician } from '#bot/desk/technician.ts';
import { contractor, person, row, site, smallSettings, technician } from '../support/small-desk.ts';

const areas = ['norra', 'sodra', 'ostra'];
const sitesPerArea = 14;
const perArea = 9;
export const requesters = 300;
/** Leaves in the middle of the month, with whatever is open. */
export const leaver = 'norra-4@desk.example';

/** Three areas of fourteen sites, nine technicians each, two of the schools, two dispatchers, one contractor. */
export function monthDesk(): Desk {
  const { escalation } = smallSettings();
  return createDesk({
    settings: smallSettings({
      responsibility: [
        row({ category: 'account', handledBy: 'contractor', contractor: 'servicedesk' }),
        row({ category: 'application', handledBy: 'contractor', contractor: 'servicedesk' }),
        row({}),
      ],
      contractors: [contractor({ promise: { critical: '1h', high: '4h', moderate: '2d', low: '5d' } })],
      escalation: {
        critical: { ...escalation.critical, respondWithin: '30m' },
        high: { ...escalation.high, respondWithin: '2h' },
        moderate: { ...escalation.moderate, respondWithin: '1d' },
        low: { ...escalation.low, respondWithin: '3d' },
      },
    }),
    sites: areas.flatMap((area, a) =>
      Array.from({ length: sitesPerArea }, (_, n) =>
        site(`${area}-${n}`, {
          area,
          kind: n < 3 ? 'school' : 'preschool',
          visitHours: n % 3 === 0 ? 'Mo-Fr 07:00-12:00,13:30-17:00' : 'Mo-Fr 07:00-17:00',
          lat: 59.3 + a * 0.05 + n * 0.004,
          lon: 18 + (n % 5) * 0.01,
          ...(n === 5 ? { closedDays: ['2026-10-15/2026-10-16'] } : {}),
        }),
      ),
    ),
    people: [
      ...technicians().map(({ upn }) => person(upn, { roles: ['technician'] })),
      person('dis-1@desk.example', { roles: ['dispatcher'] }),
      person('dis-2@desk.example', { roles: ['dispatcher'] }),
      ...Array.from({ length: requesters }, (_, n) => person(`staff-${n}@desk.example`)),
    ],
    technicians: technicians(),
  });
}

function technicians(): Technician[] {
  const own = areas.flatMap((area) =>
    Array.from({ length: perArea }, (_, n) => {
      const upn = `${area}-${n}@desk.example`;
      return technician(upn, {
        areas: [area],
        deputy: `${area}-${(n + 1) % perArea}@desk.example`,
        duty: n === 0 ? 'Mo-Fr 08:00-16:30; PH off' : 'Mo-Fr 07:30-16:00; PH off',
        // The city's week on call goes round; an absence may leave a hole in it.
        onCall: n === 0 ? 'Mo-Su 00:00-24:00' : null,
        maxOpen: 9,
        ...(n === 2 ? { absences: [{ from: '2026-10-12', to: '2026-10-16', reason: 'semester' }] } : {}),
        ...(n === 3 ? { skills: ['network', 'printer', 'workstation'] } : {}),
      });
    }),
  );
  const schools = ['norra-0', 'sodra-0', 'ostra-0'].map((at, n) =>
    technician(`school-${n}@desk.example`, {
      sites: [at],
      skills: ['av', 'tablet'],
      deputy: 'norra-1@desk.example',
    }),
  );
  return [...own, ...schools];
}
