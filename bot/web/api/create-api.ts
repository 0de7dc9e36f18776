import { type Request, type Response, Router } from 'express';
import { NotAllowed, NotFound } from '#bot/errors.ts';
import type { Logger } from '#bot/logger.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import type { DeskSource } from '#bot/triage/desk-source.ts';
import { type Right, rightsByRole, rightsOf } from '#knowledge/review/rights.ts';
import { answerError } from './answer-error.ts';
import { TooMany } from './api-errors.ts';
import type { SignIn } from './auth/sign-in.ts';
import { isBytes } from './bytes.ts';
import type { CallPace } from './call-pace.ts';
import { chooseLanguage } from './choose-language.ts';
import type { ApiContext, Route } from './define-route.ts';
import { createOpenApi } from './open-api.ts';
import { parseInput } from './parse-input.ts';
import { readBody } from './read-body.ts';
import { sendAnswer } from './send-answer.ts';

export type ApiSettings = {
  readonly routes: readonly Route[];
  readonly signIn: SignIn;
  readonly deskSource: DeskSource;
  readonly now: () => Date;
  readonly logger: Logger;
  /** Refuse to send what its schema does not allow, as tests do; else it is logged and sent. */
  readonly strictAnswers?: boolean;
  /** How often one person may ask. Absent: as often as they like. */
  readonly pace?: CallPace;
};

/**
 * Everything under /api/v1, and its document. Nothing is served without sign-in and right but the document.
 * @throws Error for a route without a right, or two for the same method and path.
 */
export function createApi(settings: ApiSettings): Router {
  checkRoutes(settings.routes);
  const router = Router({ caseSensitive: true });
  // Made when it is first asked for: it takes as long as reading a small desk.
  let document: ReturnType<typeof createOpenApi> | null = null;
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.get('/openapi.json', (_request, response) => {
    document ??= createOpenApi(settings.routes);
    response.json(document);
  });
  for (const route of settings.routes) {
    router[route.method](route.path, (request, response) => serve(route, settings, request, response));
  }
  router.use((request, response) => refuseUnknown(settings, request, response));
  return router;
}

function checkRoutes(routes: readonly Route[]): void {
  const known = new Set<string>();
  for (const { method, path, access } of routes) {
    const name = `${method} ${path}`;
    if (!Object.hasOwn(rightsByRole, access)) throw new Error(`${name} has no right that Vaktis knows.`);
    if (known.has(name)) throw new Error(`${name} is there twice.`);
    known.add(name);
  }
}

async function serve(
  route: Route,
  settings: ApiSettings,
  request: Request,
  response: Response,
): Promise<void> {
  const reference = referenceOf(response);
  let language = chooseLanguage(request.get('Accept-Language'), 'sv');
  try {
    const signedIn = await enter(route.access, settings, request);
    language = signedIn.language;
    const context: ApiContext<unknown, unknown, unknown> = {
      ...signedIn,
      reference,
      params: parseInput(route.params, request.params, language),
      query: parseInput(route.query, request.query, language),
      body: isBytes(route.body)
        ? await readBody(route, request, response)
        : parseInput(route.body, await readBody(route, request, response), language),
    };
    const answer = await route.handle(context);
    sendAnswer(route, answer, response, { strict: settings.strictAnswers ?? false, logger: settings.logger });
  } catch (error) {
    if (response.headersSent) response.destroy();
    else answerError(error, { request, response, language, reference, logger: settings.logger });
  }
}

/** @throws NotSignedIn; TooMany; NotAllowed */
async function enter(
  access: Right,
  { signIn, deskSource, now, pace }: ApiSettings,
  request: Request,
): Promise<Omit<ApiContext<never, never, never>, 'reference' | 'params' | 'query' | 'body'>> {
  const loaded = await deskSource.current();
  const person = await signIn(request, loaded.desk);
  const wait = pace?.take(person.upn) ?? null;
  if (wait !== null) throw new TooMany(wait);
  const rights = rightsOf(person, loaded.desk);
  if (!rights.has(access)) throw new NotAllowed(`${access} is needed`);
  const language = chooseLanguage(request.get('Accept-Language'), loaded.desk.settings.language);
  return { person, rights, loaded, language, now: now() };
}

/** Also for what is not there one must be signed in: nobody learns from outside what there is. */
async function refuseUnknown(settings: ApiSettings, request: Request, response: Response): Promise<void> {
  const language: ReplyLanguage = chooseLanguage(request.get('Accept-Language'), 'sv');
  const to = { request, response, language, reference: referenceOf(response), logger: settings.logger };
  await enter('open-tab', settings, request).then(
    () => answerError(new NotFound('no such route'), to),
    (error: unknown) => answerError(error, to),
  );
}

function referenceOf(response: Response): string {
  return response.get('X-Request-Id') ?? '';
}
