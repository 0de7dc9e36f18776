/** The bot's registration in Azure. */
export type Credentials = {
  readonly appId: string;
  readonly tenantId: string;
  readonly type: 'SingleTenant' | 'UserAssignedMsi';
  /** Null for a managed identity. Never logged. */
  readonly password: string | null;
  /** Tenants whose people may speak to the bot; always holds tenantId. */
  readonly allowedTenants: readonly string[];
};

export type CredentialVariables = {
  readonly NODE_ENV: 'development' | 'test' | 'production';
  readonly MicrosoftAppId?: string | undefined;
  readonly MicrosoftAppTenantId?: string | undefined;
  readonly MicrosoftAppPassword?: string | undefined;
  readonly MicrosoftAppType: 'SingleTenant' | 'UserAssignedMsi';
  readonly VAKTIS_ALLOWED_TENANTS?: string | undefined;
};

type Fault = { name: keyof CredentialVariables; message: string };

/** What is wrong with them together, by the variable's name. Never a value. */
export function findCredentialFaults(env: CredentialVariables): Fault[] {
  const faults: Fault[] = [];
  const fault = (name: Fault['name'], message: string) => faults.push({ name, message });
  const credentials = env.MicrosoftAppId !== undefined;
  if (env.NODE_ENV === 'production' && !credentials) {
    fault('MicrosoftAppId', 'is required in production: without it anybody could speak to the bot');
  }
  if (credentials && env.MicrosoftAppTenantId === undefined) {
    fault('MicrosoftAppTenantId', 'is required with MicrosoftAppId: the id of your Entra tenant');
  }
  if (credentials && env.MicrosoftAppType === 'SingleTenant' && env.MicrosoftAppPassword === undefined) {
    fault(
      'MicrosoftAppPassword',
      'is required with MicrosoftAppId unless MicrosoftAppType is UserAssignedMsi',
    );
  }
  if (env.MicrosoftAppType === 'UserAssignedMsi' && env.MicrosoftAppPassword !== undefined) {
    fault('MicrosoftAppPassword', 'must be left out when MicrosoftAppType is UserAssignedMsi');
  }
  return faults;
}

/** Null without a registration. */
export function toCredentials(env: CredentialVariables): Credentials | null {
  if (env.MicrosoftAppId === undefined || env.MicrosoftAppTenantId === undefined) return null;
  const further = (env.VAKTIS_ALLOWED_TENANTS ?? '').split(/[\s,;]+/).filter(Boolean);
  return {
    appId: env.MicrosoftAppId,
    tenantId: env.MicrosoftAppTenantId,
    type: env.MicrosoftAppType,
    password: env.MicrosoftAppPassword ?? null,
    allowedTenants: [env.MicrosoftAppTenantId, ...further],
  };
}
