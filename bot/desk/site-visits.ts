import { openSpans, workSpans } from './duty-calendar.ts';
import type { DeskTime } from './service-hours.ts';
import type { Site } from './site.ts';
import { overlapOf, type Span, spanOf, withoutSpans } from './spans.ts';
import type { Technician } from './technician.ts';

export type VisitedSite = Pick<Site, 'visitHours' | 'closedDays'>;

/** When a site can be visited within a window: its visit hours less its closed days. No hours: always, but for those. */
function visitSpans(site: VisitedSite, window: Span, time: DeskTime): Span[] {
  const open = site.visitHours === null ? [window] : openSpans(site.visitHours, window, time);
  return withoutSpans(open, closedSpans(site, time));
}

function closedSpans({ closedDays }: VisitedSite, time: DeskTime): Span[] {
  return closedDays.flatMap((days) => {
    const [from = '', to = from] = days.split('/');
    const span = spanOf({ from, to }, time);
    return span === null ? [] : [span];
  });
}

/** The stretches in which the technician works and the site can be visited. */
export function meetingSpans(
  technician: Technician,
  site: VisitedSite | null,
  window: Span,
  time: DeskTime,
): Span[] {
  const working = workSpans(technician, time, window.from, window.to);
  if (site === null) return working;
  const visits = visitSpans(site, window, time);
  return working.flatMap((work) =>
    visits.flatMap((visit) => {
      const both = overlapOf(work, visit);
      return both === null ? [] : [both];
    }),
  );
}
