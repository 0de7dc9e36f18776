import { loadDesk } from '#adapters/storage/desk-store.ts';
import { type DoctorCheck, off, warning } from './check.ts';
import { clockCheck } from './clock-check.ts';
import { contractorChecks } from './contractor-checks.ts';
import { databaseChecks, usable } from './database-checks.ts';
import { endpointChecks } from './endpoint-checks.ts';
import { entraChecks } from './entra-checks.ts';
import { mailCheck } from './mail-check.ts';
import { modelChecks } from './model-checks.ts';
import { packageCheck } from './package-check.ts';
import { peopleChecks } from './people-checks.ts';
import type { DoctorWorld } from './world.ts';

/** What is looked at without the desk, from the inside out. A new check is one line here and its file. */
export function listChecks(world: DoctorWorld): DoctorCheck[] {
  const [credentials, tab] = entraChecks(world);
  return [
    ...databaseChecks(world),
    ...(credentials ? [credentials] : []),
    ...endpointChecks(world),
    ...(tab ? [tab] : []),
    packageCheck(world),
    mailCheck(world),
  ];
}

/** What the desk names, and what comes last. The schema must have been looked at. */
export async function listDeskChecks(world: DoctorWorld): Promise<DoctorCheck[]> {
  const last = [...modelChecks(world), clockCheck(world)];
  const { words } = world;
  const { contractor: name } = words.names;
  const database = usable(world);
  if (database === null) {
    return [{ id: 'contractor', name, run: async () => off(words.schemaFirst) }, ...last];
  }
  const desk = await database.transaction(loadDesk).catch((error: unknown) => asError(error));
  // Told as that check's: what else there is to look at is looked at all the same.
  if (desk instanceof Error) return [{ id: 'contractor', name, run: () => Promise.reject(desk) }, ...last];
  if (desk === null) return [{ id: 'contractor', name, run: async () => warning(words.noDesk) }, ...last];
  return [...contractorChecks(world, desk.settings), ...peopleChecks(world, desk), ...last];
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('unknown');
}
