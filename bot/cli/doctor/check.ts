import { InvalidInput, OutsideSystemFailed } from '#bot/errors.ts';
import type { Remedy } from '#bot/i18n/entra.ts';

/** One thing that `vaktis doctor` looks at. */
export type DoctorCheck = {
  /** Stable, for machines: `schema`, `contractor:servicedesk`. */
  readonly id: string;
  readonly name: string;
  /** Never throws for what it looks for; what it throws all the same counts as a fault. */
  run(): Promise<Finding>;
};

/**
 * `off`: not set, or not to be looked at now. `said`: one line for a person; never a secret. `todo`: the next step; null
 * where there is none.
 */
export type Finding = {
  readonly state: 'ok' | 'warning' | 'fault' | 'off';
  readonly said: string;
  readonly todo: string | null;
};

export type Examined = Finding & { readonly id: string; readonly name: string };

export const ok = (said: string): Finding => ({ state: 'ok', said, todo: null });
export const off = (said: string): Finding => ({ state: 'off', said, todo: null });
export const warning = ({ said, todo }: Remedy): Finding => ({ state: 'warning', said, todo });
export const fault = ({ said, todo }: Remedy): Finding => ({ state: 'fault', said, todo });

/** One after the other, so that a person sees how far it has come. */
export async function examine(
  checks: readonly DoctorCheck[],
  unexpected: (why: string) => Remedy,
  tell: (examined: Examined) => void,
): Promise<readonly Examined[]> {
  const all: Examined[] = [];
  for (const { id, name, run } of checks) {
    const finding = await run().catch((error: unknown): Finding => fault(unexpected(reasonOf(error))));
    const examined = { id, name, ...finding };
    all.push(examined);
    tell(examined);
  }
  return all;
}

/** Our own errors are made to be read; of what was not foreseen only the kind is said: its text may hold anything. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const isOurs = error instanceof OutsideSystemFailed || error instanceof InvalidInput;
  if (isOurs) return error.message.replace(/\.$/, '');
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
}
