import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { simulatorTexts } from '#bot/i18n/simulator.ts';
import type { ClockChoice, ClockView, SimulatedPerson } from './chat.ts';
import type { Chats } from './chats.ts';
import { instantOf } from './demo-clock.ts';
import type { Directory } from './directory.ts';
import type { EventStreams } from './event-streams.ts';
import type { Play } from './play.ts';
import type { SimulatorPorts } from './simulator-ports.ts';

type Parts = Pick<SimulatorPorts, 'now' | 'setClock' | 'deskTime'> & {
  chats: Chats;
  directory: Directory;
  play: Play;
  streams: EventStreams;
};

const Language = z.enum(['sv', 'en']);
const PeopleQuery = z.object({
  words: z.string().trim().max(200).default(''),
  side: z.enum(['staff', 'technician']).default('staff'),
});
/** More than the page's own field takes, so that the bot's answer to an oversized message can be tried. */
const Message = z.object({
  text: z.string().max(200_000),
  attachmentName: z.string().max(200).nullable().default(null),
  language: Language.default('sv'),
});
const Press = z.object({
  messageId: z.string(),
  card: z.number().int().min(0).default(0),
  action: z.discriminatedUnion('type', [
    z.object({ type: z.literal('Action.Execute'), verb: z.string(), data: z.unknown() }),
    z.object({ type: z.literal('Action.Submit'), data: z.unknown() }),
  ]),
  language: Language.default('sv'),
});
const Opening = z.object({ language: Language.default('sv') });
const Installation = Opening.extend({ installed: z.boolean() });
const ClockWish = z.object({ choice: z.enum(['now', 'weekday', 'night', 'holiday']) });

/** A page shows this many of the people found; the rest is reached by typing more. */
const shownPeople = 40;

/** What the page asks and tells the server, under `/simulator/api`. */
export function createPageRoutes(parts: Parts): Router {
  const routes = Router();
  const clock = createClock(parts);
  routes.use(express.json({ limit: '1mb' }));
  routes.get('/texts/:language', ({ params }, response) => {
    const language = Language.safeParse(params.language);
    if (language.success) response.json(simulatorTexts[language.data]);
    else response.status(404).json({});
  });
  routes.get('/clock', async (_, response) => response.json(await clock.view()));
  routes.put(
    '/clock',
    withBody(ClockWish, async ({ choice }, response) => response.json(await clock.set(choice))),
  );
  routes.get('/events', (_, response) => parts.streams.open(response));
  routes.get('/people', async ({ query }, response) => {
    const asked = PeopleQuery.safeParse(query);
    if (asked.success) response.json(await parts.directory.search({ ...asked.data, limit: shownPeople }));
    else response.status(400).json({});
  });
  routes.use('/people/:person', personRoutes(parts));
  return routes;
}

function personRoutes({ play, directory }: Parts): Router {
  const routes = Router({ mergeParams: true });
  routes.get(
    '/',
    asPerson(directory, z.unknown(), async (person) => person),
  );
  routes.post(
    '/open',
    asPerson(directory, Opening, async (person, { language }) => play.open(person, language)),
  );
  routes.post(
    '/messages',
    asPerson(directory, Message, async (person, message) => {
      await play.say(person, message);
      return {};
    }),
  );
  routes.post(
    '/presses',
    asPerson(directory, Press, (person, press) => play.press(person, press)),
  );
  routes.put(
    '/installed',
    asPerson(directory, Installation, async (person, { installed, language }) => {
      await play.setInstalled(person, installed, language);
      return {};
    }),
  );
  return routes;
}

function withBody<Schema extends z.ZodType>(
  schema: Schema,
  handle: (body: z.infer<Schema>, response: Response, request: Request) => Promise<unknown>,
) {
  return async (request: Request, response: Response) => {
    const body = schema.safeParse(request.body);
    if (body.success) await handle(body.data, response, request);
    else response.status(400).json({ error: z.prettifyError(body.error) });
  };
}

function asPerson<Schema extends z.ZodType>(
  directory: Directory,
  schema: Schema,
  handle: (person: SimulatedPerson, body: z.infer<Schema>) => Promise<object>,
) {
  return withBody(schema, async (body, response, request) => {
    const person = await directory.byId(String(request.params.person));
    if (person) response.json(await handle(person, body));
    else response.status(404).json({});
  });
}

function createClock(parts: Parts) {
  let choice: ClockChoice = 'now';
  const view = async (): Promise<ClockView> => {
    const { timezone } = await parts.deskTime();
    return { choice, now: parts.now().toISOString(), timezone };
  };
  return {
    view,
    async set(wanted: ClockChoice): Promise<ClockView> {
      // From the true time each time, or every change would lead further into the future.
      parts.setClock(null);
      parts.setClock(instantOf(wanted, parts.now(), await parts.deskTime()));
      choice = wanted;
      const clock = await view();
      parts.chats.publish({ kind: 'clock', clock });
      return clock;
    },
  };
}
