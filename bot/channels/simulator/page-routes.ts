import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { simulatorTexts } from '#bot/i18n/simulator.ts';
import type { SimulatedPerson, Trial } from './chat.ts';
import type { Chats } from './chats.ts';
import type { Connector } from './connector.ts';
import type { DemoClock } from './demo-clock.ts';
import type { Directory } from './directory.ts';
import type { EventStreams } from './event-streams.ts';
import { ExtensionWish } from './extension.ts';
import type { Play } from './play.ts';
import type { SimulatorPorts } from './simulator-ports.ts';
import { tryLimit } from './trials.ts';

type Parts = Pick<SimulatorPorts, 'now' | 'deskTime' | 'explain'> & {
  clock: DemoClock;
  connector: Connector;
  chats: Chats;
  directory: Directory;
  play: Play;
  streams: EventStreams;
};

const Language = z.enum(['sv', 'en']);
const PeopleQuery = z.object({
  words: z.string().trim().max(200).default(''),
  side: z.enum(['staff', 'technician', 'dispatcher']).default('staff'),
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
const Extension = Opening.extend({ wish: ExtensionWish });
const Inserted = z.object({ card: z.record(z.string(), z.unknown()) });
const Installation = Opening.extend({ installed: z.boolean() });
const Connection = z.object({ online: z.boolean() });
const trials = [
  'too-large',
  'burst',
  'card-version',
  'many-actions',
  'text-and-card',
  'phone',
  'bad-card',
  'unknown-person',
  'busy',
] as const satisfies readonly Trial[];
const TrialWish = z.object({ trial: z.enum(trials) });
/** At most a day at a time. */
const Forward = z.object({ minutes: z.number().int().min(1).max(1440) });
const ClockWish = z.object({ choice: z.enum(['now', 'weekday', 'night', 'holiday']) });

/** A page shows this many of the people found; the rest is reached by typing more. */
const shownPeople = 40;

/** What the page asks and tells the server, under `/simulator/api`. */
export function createPageRoutes(parts: Parts): Router {
  const routes = Router();
  const { clock } = parts;
  routes.use(express.json({ limit: '1mb' }));
  routes.get('/texts/:language', ({ params }, response) => {
    const language = Language.safeParse(params.language);
    if (language.success) response.json(simulatorTexts[language.data]);
    else response.status(404).json({ error: 'the page speaks sv and en' });
  });
  routes.get('/clock', async (_, response) => response.json(await clock.view()));
  routes.put(
    '/clock',
    withBody(ClockWish, async ({ choice }, response) => response.json(await clock.set(choice))),
  );
  routes.post(
    '/clock/forward',
    withBody(Forward, async ({ minutes }, response) => response.json(await clock.forward(minutes))),
  );
  routes.get('/refusals', (_, response) => response.json(parts.chats.refusals()));
  routes.get('/explanations/:language/:activity', ({ params }, response) => {
    const language = Language.safeParse(params.language);
    const why = language.success ? parts.explain?.(params.activity, language.data) : null;
    if (why) response.json(why);
    else response.status(404).json({ error: 'no decision is remembered for that message' });
  });
  routes.get('/events', (_, response) => parts.streams.open(response));
  routes.get('/people', async ({ query }, response) => {
    const asked = PeopleQuery.safeParse(query);
    if (asked.success) response.json(await parts.directory.search({ ...asked.data, limit: shownPeople }));
    else response.status(400).json({ error: z.prettifyError(asked.error) });
  });
  routes.use('/people/:person', personRoutes(parts));
  return routes;
}

function personRoutes({ play, directory, connector }: Parts): Router {
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
  routes.post(
    '/extension',
    asPerson(directory, Extension, (person, { wish, language }) => play.extend(person, wish, language)),
  );
  routes.post(
    '/inserted',
    asPerson(directory, Inserted, async (person, { card }) => {
      play.insert(person, card);
      return {};
    }),
  );
  routes.put(
    '/installed',
    asPerson(directory, Installation, async (person, { installed, language }) => {
      await play.setInstalled(person, installed, language);
      return {};
    }),
  );
  routes.put(
    '/online',
    asPerson(directory, Connection, async (person, { online }) => {
      await play.setOnline(person, online);
      return {};
    }),
  );
  routes.post(
    '/deliver-again',
    asPerson(directory, z.unknown(), async (person) => ({ done: await play.deliverAgain(person) })),
  );
  routes.post(
    '/trials',
    asPerson(directory, TrialWish, async (person, { trial }) => {
      await tryLimit(connector, person, trial);
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
    else response.status(404).json({ error: 'nobody of the desk has that id' });
  });
}
