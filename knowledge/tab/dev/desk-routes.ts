import { dutyCalendar, openSpans, workSpans } from '#bot/desk/duty-calendar.ts';
import { withoutSpans } from '#bot/desk/spans.ts';
import type { MatrixRow } from '#bot/web/api/contract/desk-contract.ts';
import { deskChanges, deskForm, personForms, siteForms, technicianForms } from './desk-forms.ts';
import { keep } from './kept.ts';
import { type Asked, ok, page, type Route, refuse } from './route.ts';

const time = { timezone: 'Europe/Stockholm', holidays: 'SE' };

/** The desk's own data. "fel" in a name cannot be stored, to see what then happens. */
export function deskRoutes(): readonly Route[] {
  const sites = keep(siteForms, ({ id }) => id);
  const people = keep(personForms, ({ upn }) => upn);
  const technicians = keep(technicianForms, ({ upn }) => upn);
  const settings = keep([deskForm], () => 'desk');
  const kept = { sites, people, technicians };
  const items = Object.entries(kept).flatMap(([name, of]): Route[] => [
    { method: 'GET', path: `/desk/${name}`, answer: of.list },
    { method: 'GET', path: `/desk/${name}/:id`, answer: ({ params }) => of.read(params.id ?? '') },
    {
      method: 'PUT',
      path: `/desk/${name}/:id`,
      answer: withFaults(({ params, body }) => of.change(params.id ?? '', body)),
    },
    { method: 'POST', path: `/desk/${name}`, answer: withFaults(({ body }) => of.add(body)) },
    { method: 'DELETE', path: `/desk/${name}/:id`, answer: ({ params }) => of.remove(params.id ?? '') },
  ]);
  return [
    ...items,
    { method: 'GET', path: '/desk/rota', answer: ({ query }) => ok(rotaOf(technicians.all(), query)) },
    { method: 'GET', path: '/desk/settings', answer: () => settings.read('desk') },
    { method: 'PUT', path: '/desk/settings', answer: ({ body }) => settings.change('desk', body) },
    { method: 'POST', path: '/desk/settings/trial', answer: ({ body }) => ok(trialOf(body)) },
    {
      method: 'GET',
      path: '/desk/changes',
      answer: ({ query }) => page(changesOf(query.get('kind')), query),
    },
  ];
}

function withFaults(answer: Route['answer']): Route['answer'] {
  return (asked: Asked) =>
    JSON.stringify(asked.body).includes('"name":"fel"')
      ? {
          ...refuse(422, 'invalid-input'),
          body: {
            error: 'invalid-input',
            message: 'Ett fält behöver rättas.',
            faults: [{ path: 'value.name', message: 'Det namnet går inte.' }],
            reference: 'stand-in',
          },
        }
      : answer(asked);
}

function changesOf(kind: string | null) {
  return deskChanges.filter((change) => kind === null || change.kind === kind);
}

type Kept = ReturnType<ReturnType<typeof keep<(typeof technicianForms)[number]>>['all']>;

function rotaOf(technicians: Kept, query: URLSearchParams) {
  const window = { from: new Date(query.get('from') ?? ''), to: new Date(query.get('to') ?? '') };
  const stretches = technicians.flatMap(({ value }) =>
    dutyCalendar(value, time, window.from, window.to).map((entry) => ({
      upn: value.upn,
      name: value.name,
      ...entry,
    })),
  );
  const staffed = technicians.flatMap(({ value }) => workSpans(value, time, window.from, window.to));
  const holes = withoutSpans(openSpans(deskForm.serviceHours, window, time), staffed);
  return { stretches, holes };
}

/** Who would get the network cases is all that it knows. */
function trialOf(body: unknown) {
  const rows: MatrixRow[] = Array.isArray(body) ? body : [];
  const first = rows.find(({ category }) => category === null || category === 'network');
  const changed = [
    {
      caseNumber: 'V-1031',
      title: 'Inget nät i mötesrummet',
      siteName: 'Stadshuset',
      before: 'Stadens servicedesk',
      after: 'Karin Lind',
      reason: 'nätverk → våra tekniker (rad 4)',
    },
    {
      caseNumber: 'V-1017',
      title: 'Wifi tappar på plan 2',
      siteName: 'Stadshuset',
      before: 'Stadens servicedesk',
      after: 'Karin Lind',
      reason: 'nätverk → våra tekniker (rad 4)',
    },
  ];
  return { cases: 48, changed: first?.siteKind === 'office' ? [] : changed };
}
