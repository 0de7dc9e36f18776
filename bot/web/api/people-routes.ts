import { z } from 'zod';
import { defineRoute, type Route } from './define-route.ts';
import { searchByWords } from './desk/list-of-kind.ts';

const mostFound = 50;
const FoundPerson = z.object({ upn: z.string(), name: z.string(), homeSiteIds: z.array(z.string()) });

/** People to choose from: an owner of a note, somebody to try a question as. */
export function createPeopleRoutes(): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/people',
      summary: 'People by name, at most fifty',
      access: 'find-people',
      query: z.object({ query: z.string().max(200).optional() }),
      response: z.object({ items: z.array(FoundPerson) }),
      async handle({ query, loaded }) {
        const found = searchByWords(loaded.desk.people.values(), query.query, ({ name, upn }) => [name, upn]);
        return {
          items: found
            .slice(0, mostFound)
            .map(({ upn, name, homeSiteIds }) => ({ upn, name, homeSiteIds: [...homeSiteIds] })),
        };
      },
    }),
  ];
}
