import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { loopbackOnly } from '#bot/channels/simulator/loopback-only.ts';
import type { DeskSource } from '#bot/triage/desk-source.ts';
import { rightsOf } from '#knowledge/review/rights.ts';

const Query = z.object({ query: z.string().max(200).default('') });
const shown = 40;

/** Whom one may be in the simulator's tab: chosen before anybody is signed in, so on this machine only. */
export function createSimulatorPeople(deskSource: DeskSource): Router {
  const router = Router();
  router.get('/simulator-people', loopbackOnly, async (request: Request, response: Response) => {
    const words = Query.catch({ query: '' }).parse(request.query).query.toLowerCase().split(/\s+/);
    const { desk } = await deskSource.current();
    const items = [...desk.people.values()]
      .filter((person) => rightsOf(person, desk).has('open-tab'))
      .filter(({ name, upn, title }) => {
        const text = [name, upn, title ?? ''].join(' ').toLowerCase();
        return words.every((word) => text.includes(word));
      })
      .slice(0, shown)
      .map(({ upn, name, title, roles }) => ({ upn, name, title, roles }));
    response.set('Cache-Control', 'no-store').json({ items });
  });
  return router;
}
