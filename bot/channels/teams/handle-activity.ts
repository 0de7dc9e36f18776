import type { TurnContext } from 'botbuilder';
import type { Request, Response } from 'express';
import type { Logger } from '#bot/logger.ts';
import { type Admission, authenticateRequest } from './authenticate-request.ts';
import type { TeamsAdapter } from './create-adapter.ts';
import { type ParsedActivity, parseActivity } from './parse-activity.ts';
import type { TeamsSettings } from './teams-settings.ts';

export type HandlerPorts = {
  readonly adapter: TeamsAdapter;
  readonly settings: TeamsSettings | null;
  readonly turn: (parsed: ParsedActivity, context: TurnContext, reference: string) => Promise<void>;
  readonly now: () => Date;
  readonly newReference: () => string;
  readonly logger: Logger;
};

type Answer = { readonly status: number; readonly body?: unknown };

/** One POST from first check to answer. An answer names the check that failed and a reference, nothing else. */
export function createHandler(ports: HandlerPorts) {
  return async (request: Request, response: Response): Promise<void> => {
    const reference = ports.newReference();
    const answer = await answerRequest(ports, request, reference);
    response.status(answer.status);
    if (answer.body === undefined) response.end();
    else response.json(answer.body);
  };
}

async function answerRequest(ports: HandlerPorts, request: Request, reference: string): Promise<Answer> {
  const { adapter, settings } = ports;
  const { body, headers } = request;
  const authorization = headers.authorization ?? '';
  const admission = await authenticateRequest({ adapter, settings, body, authorization });
  if (admission.kind === 'turned-away') {
    const { status, reason } = admission;
    ports.logger.warn({ reference, status, reason }, 'activity turned away');
    return { status, body: { error: reason, reference } };
  }
  const parsed = parseActivity(body, ports.now());
  if (parsed.kind === 'refused' && parsed.reason === 'malformed') {
    const { fields } = parsed;
    ports.logger.warn({ reference, fields }, 'malformed activity');
    return { status: 400, body: { error: 'malformed activity', fields, reference } };
  }
  return runTurn(ports, admission, parsed, reference);
}

async function runTurn(
  ports: HandlerPorts,
  admission: Extract<Admission, { kind: 'admitted' }>,
  parsed: ParsedActivity,
  reference: string,
): Promise<Answer> {
  try {
    const answer = await ports.adapter.runTurn(admission.caller, admission.activity, (context) =>
      ports.turn(parsed, context, reference),
    );
    return { status: answer?.status ?? 200, body: answer?.body };
  } catch (error) {
    // Teams sends it again; what was done is not done twice.
    const cause = error instanceof Error ? error.message : 'unknown';
    ports.logger.error({ reference, error: cause }, 'turn failed');
    return { status: 500, body: { error: 'failed', reference } };
  }
}
