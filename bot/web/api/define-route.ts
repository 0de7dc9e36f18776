/**
 * How a route of the editors' API is made. Add one in three steps:
 *
 * 1. `export function createWorkRoutes(ports: WorkPorts): Route[] { return [defineRoute({ … })]; }` in a file of
 *    your own, with the zod schemas of `contract/`.
 * 2. Put it into the list in `api-routes.ts`, and what it needs into `ApiPorts`, which `createApp` fills.
 * 3. Throw the kinds of `bot/errors.ts`, `FaultyInput` (faults by field) or `Conflict` (409 with a body): words,
 *    status and reference are made here. Sign-in and the right are checked before `handle` is called; what
 *    depends on the very note or site, `handle` asks of `context.rights`.
 *
 * The OpenAPI document, the router and the tests of who may do what are all made of the same definitions.
 */
import type { z } from 'zod';
import type { Person } from '#bot/desk/person.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import type { Right, Rights } from '#knowledge/review/rights.ts';
import type { Bytes, BytesSchema } from './bytes.ts';

/** What every `handle` gets. `params`, `query` and `body` have passed their schemas. */
export type ApiContext<P, Q, B> = {
  readonly person: Person;
  readonly rights: Rights;
  /** The desk and its notes as they are now. */
  readonly loaded: LoadedDesk;
  /** The reader's language, for words in answers. */
  readonly language: ReplyLanguage;
  readonly now: Date;
  /** To quote when asking for help; the same as in the log. */
  readonly reference: string;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
};

type Definition<P, Q, B, Answer, Params, Query, Body, Response> = {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Under /api/v1, parameters as Express has them: `/notes/:folder/:name`. */
  readonly path: string;
  /** One line for the API's document. */
  readonly summary: string;
  /** The least that somebody must have; an admin has all. */
  readonly access: Right;
  readonly params?: Params;
  /** Values arrive as text: use z.coerce. */
  readonly query?: Query;
  /** A schema for JSON, or `bytesOf(…)`. Absent: what is sent is not read. */
  readonly body?: Body;
  /** A schema for JSON, or `bytesOf(…)`. Absent: 204 with nothing. */
  readonly response?: Response;
  /** When it went well. Default: 200, or 204 without a response. */
  readonly status?: 200 | 201 | 202;
  /** What 409 holds, for routes that throw `Conflict`. */
  readonly conflict?: z.ZodType;
  /** Most bytes of a JSON body. Default: 1 MB. */
  readonly largest?: number;
  // A method, not a property: so that a list can hold routes of different inputs.
  handle(context: ApiContext<P, Q, B>): Promise<Answer>;
};

type None = undefined;
type Of<S> = S extends z.ZodType ? z.output<S> : S extends BytesSchema ? Bytes : undefined;
type AnswerOf<S> = S extends z.ZodType ? z.input<S> : S extends BytesSchema ? Bytes : undefined;

/** A route whatever its inputs; see `defineRoute`. */
export type Route = Definition<
  unknown,
  unknown,
  unknown,
  unknown,
  z.ZodType | None,
  z.ZodType | None,
  z.ZodType | BytesSchema | None,
  z.ZodType | BytesSchema | None
>;

/** Checks nothing by itself: it ties the types of the inputs to `handle`. */
export function defineRoute<
  Params extends z.ZodType | None = None,
  Query extends z.ZodType | None = None,
  Body extends z.ZodType | BytesSchema | None = None,
  Response extends z.ZodType | BytesSchema | None = None,
>(
  route: Definition<Of<Params>, Of<Query>, Of<Body>, AnswerOf<Response>, Params, Query, Body, Response>,
): Route {
  return route;
}
