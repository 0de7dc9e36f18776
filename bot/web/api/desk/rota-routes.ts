import { z } from 'zod';
import type { Desk } from '#bot/desk/desk.ts';
import { dutyCalendar, openSpans, workSpans } from '#bot/desk/duty-calendar.ts';
import { joinSpans, type Span, withoutSpans } from '#bot/desk/spans.ts';
import { deskWords } from '#bot/i18n/api-desk.ts';
import { FaultyInput } from '../api-errors.ts';
import { Rota } from '../contract/desk-contract.ts';
import { defineRoute, type Route } from '../define-route.ts';

const instant = z.iso.datetime({ offset: true });
/** Two months and a little: what a calendar shows. */
const longest = 70 * 24 * 60 * 60_000;

export function createRotaRoutes(): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/desk/rota',
      summary: 'Who works when, and when nobody does',
      access: 'see-rota',
      query: z.object({ from: instant, to: instant }),
      response: Rota,
      async handle({ query, loaded, rights, person, language }) {
        const window = { from: new Date(query.from), to: new Date(query.to) };
        const length = window.to.getTime() - window.from.getTime();
        if (length <= 0 || length > longest) {
          throw new FaultyInput([{ path: 'to', message: deskWords(language).period }]);
        }
        // Why somebody is away is between them and whoever plans the rota.
        const seesReason = (upn: string) => rights.has('see-absence-reasons') || upn === person.upn;
        return rotaOf(loaded.desk, window, seesReason);
      },
    }),
  ];
}

function rotaOf(
  { technicians, people, settings }: Desk,
  window: Span,
  seesReason: (upn: string) => boolean,
): Rota {
  const all = [...technicians.values()];
  const stretches = all.flatMap((technician) =>
    dutyCalendar(technician, settings, window.from, window.to).map(({ from, to, kind, reason }) => ({
      upn: technician.upn,
      name: people.get(technician.upn)?.name ?? technician.upn,
      from: from.toISOString(),
      to: to.toISOString(),
      kind,
      reason: seesReason(technician.upn) ? reason : null,
    })),
  );
  const staffed = joinSpans(all.flatMap((one) => workSpans(one, settings, window.from, window.to)));
  const holes = withoutSpans(openSpans(settings.serviceHours, window, settings), staffed);
  return {
    stretches,
    holes: holes.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() })),
  };
}
