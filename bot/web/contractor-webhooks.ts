import express, { type Request, type RequestHandler, Router } from 'express';
import { InvalidInput, NotAllowed } from '#bot/errors.ts';
import type { ContractorConnectors, WebhookCall } from '#bot/handoff/contractor-connector.ts';
import type { JobQueue } from '#bot/handoff/stores.ts';
import type { Logger } from '#bot/logger.ts';
import type { DeskSource } from '#bot/triage/desk-source.ts';

export type WebhookPorts = {
  readonly deskSource: DeskSource;
  readonly connectors: ContractorConnectors;
  readonly jobs: JobQueue;
  readonly logger: Logger;
};

/** A ticket with its whole history may be large; more is not a call about a ticket. */
const largestCall = '2mb';

/**
 * Where contractors' systems call: `POST /api/webhooks/contractor/:id`. A call that is signed right is answered 202
 * and makes us ask their system about the case that it names; nothing else in it is believed.
 */
export function createContractorWebhooks(ports: WebhookPorts): RequestHandler {
  const router = Router();
  const raw = express.raw({ type: () => true, limit: largestCall });
  router.post('/:id', raw, async (request, response) => {
    const id = String(request.params.id);
    const status = await take(ports, id, toCall(request));
    if (status !== 202)
      ports.logger.warn({ contractorId: id, status }, 'A call of a contractor was refused.');
    response.status(status).end();
  });
  return router;
}

/** 404 for a contractor that does not call, 401 for a wrong signature, 400 for an unknown form. */
async function take(ports: WebhookPorts, id: string, call: WebhookCall): Promise<202 | 400 | 401 | 404> {
  const { contractors } = (await ports.deskSource.current()).desk.settings;
  const contractor = contractors.find((known) => known.id === id);
  const connector = contractor && ports.connectors(contractor);
  if (contractor === undefined || connector?.readWebhook === undefined) return 404;
  try {
    const references = connector.readWebhook(call, contractor);
    if (references.length > 0) await ask(ports, id, references);
    return 202;
  } catch (error) {
    if (error instanceof NotAllowed) return 401;
    if (error instanceof InvalidInput) return 400;
    throw error;
  }
}

/** One waiting look per case, however often they call. */
async function ask({ jobs }: WebhookPorts, contractorId: string, references: readonly string[]) {
  const data = { contractorId, references: [...references], failures: 0 };
  const singletonKey = `follow ${contractorId} ${references.join(' ')}`;
  await jobs.enqueue({ name: 'follow-contractor', data }, { startAfter: null, singletonKey });
}

function toCall(request: Request): WebhookCall {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const);
  const body: unknown = request.body;
  return {
    headers: Object.fromEntries(headers),
    body: Buffer.isBuffer(body) ? body : new Uint8Array(),
  };
}
