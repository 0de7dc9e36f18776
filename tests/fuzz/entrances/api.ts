import { z } from 'zod';
import type { Dice } from '../../bench/search/dice.ts';
import { type Entrance, type FuzzInput, type RequestInput, request } from '../fuzz-input.ts';
import type { FuzzWorld } from '../fuzz-world.ts';
import { type JsonSchema, valueOfSchema } from '../json-schema-value.ts';
import { mutateJson, mutateText } from '../mutate.ts';
import { nastyStrings } from '../nasty-values.ts';
import { sendRequest } from '../send-request.ts';

const Schema = z.record(z.string(), z.unknown());
const Operation = z.object({
  parameters: z
    .array(z.object({ name: z.string(), in: z.enum(['path', 'query']), schema: Schema }))
    .default([]),
  requestBody: z
    .object({ content: z.record(z.string(), z.object({ schema: Schema.optional() })) })
    .optional(),
});
const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), Schema) }),
});
type Document = z.infer<typeof Document>;
type Route = {
  readonly method: string;
  readonly path: string;
  readonly operation: z.infer<typeof Operation>;
};

/** Every route that the API's own document names, with inputs made after its schemas and then spoilt. */
export async function createApiEntrance(world: FuzzWorld, dice: Dice): Promise<Entrance> {
  const response = await fetch(new URL('/api/v1/openapi.json', world.url));
  const document = Document.parse(await response.json());
  const routes = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]): Route => ({ method, path, operation })),
  );
  const ids = await idsOf(world);
  return {
    name: 'tab API',
    share: 25,
    make: () => makeCall(world, dice, dice.one(routes), { document, ids }),
    send: (input) => {
      if (input.kind !== 'request') throw new Error('not a request');
      return sendRequest(world, input);
    },
  };
}

type Known = { readonly document: Document; readonly ids: readonly string[] };

function makeCall(world: FuzzWorld, dice: Dice, route: Route, known: Known): FuzzInput {
  const make = (schema: JsonSchema) =>
    valueOfSchema(schema, known.document.components.schemas, dice, known.ids);
  const text = (schema: JsonSchema) => {
    const value = make(schema);
    const plain = typeof value === 'string' ? value : JSON.stringify(value);
    return dice.under(4) === 0 ? mutateText(plain, dice) : plain;
  };
  let path = `/api/v1${route.path}`;
  const query = new URLSearchParams();
  for (const { name, in: place, schema } of route.operation.parameters) {
    const value = (
      dice.under(2) === 0 && place === 'path' ? dice.one(known.ids) : text(schema)
    ).toWellFormed();
    if (place === 'path') path = path.replace(`{${name}}`, inAddress(value, dice));
    else if (dice.under(4) > 0) query.append(name, value);
  }
  if (dice.under(10) === 0)
    query.append(dice.one(nastyStrings).toWellFormed(), dice.one(nastyStrings).toWellFormed());
  const as = dice.under(8) === 0 ? dice.one([null, ...world.people.keys()]) : world.admin;
  const asked = query.size > 0 ? `${path}?${query}` : path;
  return request(asked, { method: route.method.toUpperCase(), as, ...bodyOf(route, dice, make) });
}

function inAddress(value: string, dice: Dice): string {
  return dice.under(20) === 0 ? encodeURI(value).slice(0, 4_000) : encodeURIComponent(value.slice(0, 1_500));
}

type BodyOfRequest = Pick<RequestInput, 'body' | 'headers'>;

function bodyOf({ operation }: Route, dice: Dice, make: (schema: JsonSchema) => unknown): BodyOfRequest {
  const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  if (type === undefined) return { body: null, headers: {} };
  if (content?.schema === undefined) {
    const text = mutateText(dice.one(nastyStrings), dice);
    return { body: { text }, headers: { 'content-type': type === '*/*' ? 'text/plain' : type } };
  }
  const made = make(content.schema);
  const json = JSON.stringify(dice.under(3) > 0 ? mutateJson(made, dice) : made) ?? 'null';
  const headers = {
    'content-type':
      dice.under(30) === 0
        ? dice.one(['text/html', '', 'application/json; charset=utf-7'])
        : 'application/json',
  };
  return { body: { text: dice.under(30) === 0 ? mutateText(json, dice) : json }, headers };
}

/** Ids that there are: of notes, sites and people. */
async function idsOf(world: FuzzWorld): Promise<string[]> {
  const { items } = await world.opened.desk.load();
  const ids = items.flatMap(({ id }) => [id, ...id.split('/')]);
  return [...new Set(ids)].filter((id) => id !== '');
}
