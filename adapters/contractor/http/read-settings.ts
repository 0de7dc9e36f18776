import type { z } from 'zod';
import type { Contractor } from '#bot/desk/desk-settings.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';
import type { ContractorAccess } from '#bot/settings/contractor-settings.ts';
import type { AccessByContractor } from './rest-options.ts';

/** A contractor's own settings in desk.yaml. @throws OutsideSystemFailed, final: a dispatcher gets the case. */
export function readSettings<T>(schema: z.ZodType<T>, contractor: Contractor): T {
  const settings = schema.safeParse(contractor.settings);
  if (settings.success) return settings.data;
  const where = settings.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw final(`the settings of contractor ${contractor.id} have faults: ${where}`);
}

/** What signs us in. @throws OutsideSystemFailed, final. */
export function readAccess(
  access: AccessByContractor,
  contractor: Contractor,
  needs: { readonly user: boolean },
): ContractorAccess & { readonly user: string; readonly secret: string } {
  const known = access.get(contractor.id);
  const { user = null, secret = null } = known ?? {};
  if (secret === null || (needs.user && user === null)) {
    throw final(`no sign-in is set for contractor ${contractor.id}: see .env.example`);
  }
  return { webhookSecret: known?.webhookSecret ?? null, user: user ?? '', secret };
}

/** RFC 7617, in UTF-8. */
export function basic(user: string, secret: string): { authorization: string } {
  return { authorization: `Basic ${Buffer.from(`${user}:${secret}`, 'utf8').toString('base64')}` };
}

function final(message: string): OutsideSystemFailed {
  return new OutsideSystemFailed(message, { retryable: false });
}
