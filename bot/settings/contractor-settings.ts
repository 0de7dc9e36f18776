/**
 * What signs us in to contractors' systems, by contractor id. Only from the environment: desk.yaml is exported
 * and shown. Never logged.
 */
export type ContractorAccess = {
  /** A user name or e-mail address, where their sign-in wants one. */
  readonly user: string | null;
  /** A password or a token. */
  readonly secret: string | null;
  /** What signs their calls to us. */
  readonly webhookSecret: string | null;
};

type Part = keyof ContractorAccess;
const parts: Readonly<Record<string, Part>> = {
  USER: 'user',
  SECRET: 'secret',
  WEBHOOK_SECRET: 'webhookSecret',
};
const pattern = /^VAKTIS_CONTRACTOR_([A-Z0-9_]+?)_(WEBHOOK_SECRET|SECRET|USER)$/;
const shortestWebhookSecret = 16;

/** `VAKTIS_CONTRACTOR_<ID>_SECRET` and the like, the id in capitals with `_` for `-`. A blank one is none. */
export function toContractorAccess(
  environment: Readonly<Record<string, string | undefined>>,
): ReadonlyMap<string, ContractorAccess> {
  const found = new Map<string, ContractorAccess>();
  for (const { id, part, value } of variablesOf(environment)) {
    const known = found.get(id) ?? { user: null, secret: null, webhookSecret: null };
    found.set(id, { ...known, [part]: value });
  }
  return found;
}

/** What is wrong with them, by the variable's name. Never a value. */
export function findContractorFaults(
  environment: Readonly<Record<string, string | undefined>>,
): { name: string; message: string }[] {
  const tooShort = variablesOf(environment)
    .filter(({ part, value }) => part === 'webhookSecret' && value.length < shortestWebhookSecret)
    .map(({ name }) => ({ name, message: `must have at least ${shortestWebhookSecret} characters` }));
  const unknown = Object.keys(environment)
    .filter((name) => name.startsWith('VAKTIS_CONTRACTOR_') && !pattern.test(name))
    .map((name) => ({ name, message: 'must end in _USER, _SECRET or _WEBHOOK_SECRET' }));
  return [...tooShort, ...unknown];
}

function variablesOf(environment: Readonly<Record<string, string | undefined>>) {
  return Object.entries(environment).flatMap(([name, value]) => {
    const [, id, ending] = pattern.exec(name) ?? [];
    const part = parts[ending ?? ''];
    if (id === undefined || part === undefined || !value?.trim()) return [];
    return [{ name, id: id.toLowerCase().replaceAll('_', '-'), part, value: value.trim() }];
  });
}
