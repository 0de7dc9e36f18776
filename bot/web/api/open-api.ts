import { z } from 'zod';
import { isBytes } from './bytes.ts';
import { ApiError } from './contract/common-contract.ts';
import type { Route } from './define-route.ts';

type Json = Record<string, unknown>;
export type OpenApiDocument = {
  readonly openapi: '3.1.0';
  readonly info: Json;
  readonly servers: readonly Json[];
  readonly paths: Record<string, Record<string, Json>>;
  readonly components: { readonly schemas: Record<string, Json>; readonly securitySchemes: Json };
  readonly security: readonly Json[];
};

/** The API's document, made of the very definitions that serve it. Schemas with an id become components. */
export function createOpenApi(routes: readonly Route[]): OpenApiDocument {
  const schemas: Record<string, Json> = {};
  const paths: OpenApiDocument['paths'] = {};
  for (const route of routes) {
    const path = toTemplate(route.path);
    paths[path] = { ...paths[path], [route.method]: describe(route, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Vaktis: the editors’ tab', version: '1', license: { name: 'MIT' } },
    servers: [{ url: '/api/v1' }],
    security: [{ entra: [] }],
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: { entra: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

/** `/notes/{folder}/{name}` of `/notes/:folder/:name`. */
export function toTemplate(path: string): string {
  return path.replaceAll(/:([A-Za-z]+)/g, '{$1}');
}

function describe(route: Route, schemas: Record<string, Json>): Json {
  const fault = { description: 'What is wrong, in words', content: json(ApiError, 'output', schemas) };
  const responses: Json = { [String(statusOf(route))]: answerOf(route, schemas) };
  for (const status of ['401', '403', '404', '422']) responses[status] = fault;
  if (route.conflict) {
    responses['409'] = { description: 'Changed meanwhile', content: json(route.conflict, 'output', schemas) };
  }
  // Too large, too many, not JSON, changed meanwhile, away: in the same shape.
  responses.default = fault;
  const parameters = [
    ...parametersOf(route.params, 'path', schemas),
    ...parametersOf(route.query, 'query', schemas),
  ];
  return {
    operationId: `${route.method}${toTemplate(route.path).replaceAll(/[^A-Za-z]+([A-Za-z]?)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: route.summary,
    'x-right': route.access,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body
      ? { requestBody: { required: true, content: contentOf(route.body, 'input', schemas) } }
      : {}),
    responses,
  };
}

function statusOf(route: Route): number {
  return route.response === undefined ? 204 : (route.status ?? 200);
}

function answerOf(route: Route, schemas: Record<string, Json>): Json {
  if (route.response === undefined) return { description: 'Done' };
  return { description: route.summary, content: contentOf(route.response, 'output', schemas) };
}

type Side = 'input' | 'output';

function contentOf(
  body: NonNullable<Route['body'] | Route['response']>,
  side: Side,
  schemas: Record<string, Json>,
): Json {
  if (isBytes(body)) return Object.fromEntries(body.types.map((type) => [type, {}]));
  return json(body, side, schemas);
}

function json(schema: z.ZodType, side: Side, schemas: Record<string, Json>): Json {
  return { 'application/json': { schema: toSchema(schema, side, schemas) } };
}

/** Inner schemas with an id go to the components, where every route finds them. */
function toSchema(schema: z.ZodType, side: Side, schemas: Record<string, Json>): Json {
  const id = schema.meta()?.id;
  const made: Json = z.toJSONSchema(schema, {
    io: side,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    reused: 'inline',
  });
  const { $schema: _dialect, $defs: definitions, id: _id, ...own } = relocate(made);
  for (const [name, definition] of Object.entries(isJson(definitions) ? definitions : {})) {
    if (isJson(definition)) keep(schemas, name, side, definition);
  }
  if (id === undefined) return own;
  keep(schemas, id, side, own);
  return { $ref: `#/components/schemas/${id}` };
}

/** One name, one schema: where an input may leave out what an answer always has, the answer's is shown. */
function keep(schemas: Record<string, Json>, id: string, side: Side, schema: Json): void {
  const { id: _id, ...rest } = schema;
  if (schemas[id] === undefined || side === 'output') schemas[id] = rest;
}

function relocate(value: Json): Json {
  const text = JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/');
  const parsed: unknown = JSON.parse(text);
  return isJson(parsed) ? parsed : {};
}

function parametersOf(
  schema: z.ZodType | undefined,
  place: 'path' | 'query',
  schemas: Record<string, Json>,
): Json[] {
  if (schema === undefined) return [];
  const { properties, required } = toSchema(schema, 'input', schemas);
  const needed = Array.isArray(required) ? required : [];
  return Object.entries(isJson(properties) ? properties : {}).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || needed.includes(name),
    schema: one,
  }));
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
