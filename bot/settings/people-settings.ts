/** How the organisation's directory is asked who works where. */
export type PeopleSettings = {
  readonly tenantId: string;
  readonly credential:
    | { readonly kind: 'secret'; readonly clientId: string /** Never logged. */; readonly secret: string }
    | {
        readonly kind: 'managed-identity';
        readonly clientId: string | null;
        /** Null: the machine's metadata service. */
        readonly host: { readonly endpoint: string; readonly header: string } | null;
      };
};

export type PeopleVariables = {
  readonly MicrosoftAppId?: string | undefined;
  readonly MicrosoftAppTenantId?: string | undefined;
  readonly MicrosoftAppPassword?: string | undefined;
  readonly MicrosoftAppType: 'SingleTenant' | 'UserAssignedMsi';
  readonly VAKTIS_GRAPH_CLIENT_ID?: string | undefined;
  readonly VAKTIS_GRAPH_CLIENT_SECRET?: string | undefined;
  readonly IDENTITY_ENDPOINT?: string | undefined;
  readonly IDENTITY_HEADER?: string | undefined;
};

/** What is wrong with them together, by the variable's name. Never a value. */
export function findPeopleFaults(env: PeopleVariables): { name: keyof PeopleVariables; message: string }[] {
  const { VAKTIS_GRAPH_CLIENT_ID: id, VAKTIS_GRAPH_CLIENT_SECRET: secret } = env;
  const faults: { name: keyof PeopleVariables; message: string }[] = [];
  if (id === undefined && secret !== undefined) {
    faults.push({ name: 'VAKTIS_GRAPH_CLIENT_ID', message: 'is required with VAKTIS_GRAPH_CLIENT_SECRET' });
  }
  if (id !== undefined && secret === undefined) {
    faults.push({ name: 'VAKTIS_GRAPH_CLIENT_SECRET', message: 'is required with VAKTIS_GRAPH_CLIENT_ID' });
  }
  if (id !== undefined && env.MicrosoftAppTenantId === undefined) {
    faults.push({
      name: 'MicrosoftAppTenantId',
      message: 'is required with VAKTIS_GRAPH_CLIENT_ID: the id of your Entra tenant',
    });
  }
  return faults;
}

/** Null when the directory cannot be asked. Without an application of its own the bot's credentials are taken. */
export function toPeopleSettings(env: PeopleVariables): PeopleSettings | null {
  const tenantId = env.MicrosoftAppTenantId;
  if (tenantId === undefined) return null;
  const { VAKTIS_GRAPH_CLIENT_ID: own, VAKTIS_GRAPH_CLIENT_SECRET: ownSecret } = env;
  if (own !== undefined && ownSecret !== undefined) {
    return { tenantId, credential: { kind: 'secret', clientId: own, secret: ownSecret } };
  }
  const { MicrosoftAppId: clientId, MicrosoftAppPassword: secret } = env;
  if (clientId === undefined) return null;
  if (secret !== undefined) return { tenantId, credential: { kind: 'secret', clientId, secret } };
  return { tenantId, credential: { kind: 'managed-identity', clientId, host: toIdentityHost(env) } };
}

/** What App Service and Container Apps set for a machine's identity. */
export function toIdentityHost(
  env: Pick<PeopleVariables, 'IDENTITY_ENDPOINT' | 'IDENTITY_HEADER'>,
): { endpoint: string; header: string } | null {
  const { IDENTITY_ENDPOINT: endpoint, IDENTITY_HEADER: header } = env;
  return endpoint === undefined || header === undefined ? null : { endpoint, header };
}
