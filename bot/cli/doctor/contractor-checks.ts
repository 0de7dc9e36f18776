import { createEmailConnector } from '#adapters/contractor/email/index.ts';
import { createContractorConnectors } from '#adapters/contractor/registry.ts';
import type { Contractor, DeskSettings } from '#bot/desk/desk-settings.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';
import type { ContractorConnector } from '#bot/handoff/contractor-connector.ts';
import { type DoctorCheck, type Finding, fault, ok } from './check.ts';
import type { DoctorWorld } from './world.ts';

/** A case that nobody has: looking for it is a read that needs the address, the sign-in and the right to read. */
const nobodysCase = [{ reference: 'VK-0', contractorReference: null }];
const patience = 15_000;
/** Of a mailbox nothing is fetched: that it opens is enough. */
const nothing = { mails: 0, bytes: 1_000 };

/** Each contractor of the desk: does it answer, and does it let us in? Changes nothing there. */
export function contractorChecks(world: DoctorWorld, settings: DeskSettings): DoctorCheck[] {
  const connectorOf = createConnectors(world);
  return settings.contractors.map((contractor) => ({
    id: `contractor:${contractor.id}`,
    name: `${world.words.names.contractor} ${contractor.id}`,
    run: () => look(world, contractor, connectorOf(contractor)),
  }));
}

function createConnectors({ config, network }: DoctorWorld): (contractor: Contractor) => ContractorConnector {
  const options = {
    now: network.now,
    language: 'sv' as const,
    mail: config.mail,
    access: config.contractorAccess,
    logger: { warn: () => undefined },
  };
  const usual = createContractorConnectors({
    ...options,
    dataFolder: config.dataFolder,
    fetch: network.fetch,
    timeout: patience,
  });
  const email = createEmailConnector({ ...options, reads: nothing });
  return (contractor) => (contractor.connector === 'email' ? email : usual(contractor));
}

async function look(
  { words, network }: DoctorWorld,
  contractor: Contractor,
  connector: ContractorConnector,
): Promise<Finding> {
  // ServiceNow is asked for what changed: since now that is nothing. The others begin anew with a mark not theirs.
  const mark = network.now().toISOString().slice(0, 19).replace('T', ' ');
  try {
    await connector.follow?.(contractor, nobodysCase, mark);
    return ok(words.contractorOk(contractor.connector));
  } catch (error) {
    if (!(error instanceof OutsideSystemFailed)) throw error;
    // A mailbox is asked again whatever it said, so there only the words tell.
    const isClosed = error.about === 'sign-in' || error.message.includes('sign-in (');
    if (isClosed) return fault(words.contractorSignIn(variableOf(contractor)));
    return fault(
      error.retryable ? words.contractorAway(error.message) : words.contractorFault(error.message),
    );
  }
}

function variableOf({ id }: Contractor): string {
  return `VAKTIS_CONTRACTOR_${id.toUpperCase().replaceAll('-', '_')}`;
}
