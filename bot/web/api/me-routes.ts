import { Me } from './contract/common-contract.ts';
import { defineRoute, type Route } from './define-route.ts';

export function createMeRoutes(): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/me',
      summary: 'Who is signed in, and what they may do',
      access: 'open-tab',
      response: Me,
      async handle({ person, rights, loaded }) {
        const { settings } = loaded.desk;
        return {
          upn: person.upn,
          name: person.name,
          roles: [...person.roles],
          homeSiteIds: [...person.homeSiteIds],
          deskName: settings.name,
          timezone: settings.timezone,
          seesTechnicianNotes: rights.has('read-technician-notes'),
          edits: rights.has('edit-notes'),
          looksAfterDesk: rights.has('see-desk'),
          seesInsights: rights.has('see-insights'),
        };
      },
    }),
  ];
}
