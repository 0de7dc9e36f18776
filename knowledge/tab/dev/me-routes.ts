import type { Me } from '#bot/web/api/contract/common-contract.ts';
import { type Person, people } from './desk-data.ts';
import { ok, type Route } from './route.ts';

/** Who is signed in, and whom one may choose. */
export function meRoutes(): readonly Route[] {
  return [
    { method: 'GET', path: '/me', answer: ({ person }) => ok(meOf(person)) },
    {
      method: 'GET',
      path: '/people',
      answer: ({ query }) => {
        const wanted = (query.get('query') ?? '').toLowerCase();
        const items = people
          .filter(({ name, upn }) => `${name} ${upn}`.toLowerCase().includes(wanted))
          .map(({ upn, name, homeSiteIds }) => ({ upn, name, homeSiteIds }));
        return ok({ items });
      },
    },
  ];
}

function meOf({ upn, name, roles, homeSiteIds, edits }: Person): Me {
  const has = (...some: Person['roles'][number][]) => some.some((role) => roles.includes(role));
  return {
    upn,
    name,
    roles: [...roles],
    homeSiteIds: [...homeSiteIds],
    deskName: 'Ekbackens stadsdelsförvaltning',
    timezone: 'Europe/Stockholm',
    seesTechnicianNotes: has('technician', 'editor', 'dispatcher', 'admin'),
    edits: edits.length > 0,
    looksAfterDesk: has('dispatcher', 'admin'),
    seesInsights: has('editor', 'dispatcher', 'admin'),
  };
}
