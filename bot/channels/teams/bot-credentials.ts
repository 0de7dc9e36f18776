import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import type { ServiceClientCredentials } from 'botframework-connector';
import type { TeamsSettings } from './teams-settings.ts';
import { withTimeLimit } from './with-time-limit.ts';

/** The bot's own token for sending; given in tests, otherwise botbuilder asks Entra. */
export type IssueToken = (audience: string) => Promise<string>;

const tokenTimeout = 10_000;

/**
 * botbuilder's credentials with a time limit (its token request has none: one that hangs would hold every send
 * for ever) and kept per audience (it makes a new sign-in client for every message).
 */
export class BotCredentials extends ConfigurationServiceClientCredentialFactory {
  readonly #kept = new Map<string, ServiceClientCredentials>();
  readonly #issueToken: IssueToken | null;

  constructor(settings: TeamsSettings | null, issueToken: IssueToken | null) {
    super(settings === null ? {} : toSdkSettings(settings));
    this.#issueToken = issueToken;
  }

  override async createCredentials(
    appId: string,
    audience: string,
    loginEndpoint: string,
    validateAuthority: boolean,
  ): Promise<ServiceClientCredentials> {
    const key = `${appId} ${audience} ${loginEndpoint}`;
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const credentials = this.#issueToken
      ? signWith(this.#issueToken, audience)
      : limit(await super.createCredentials(appId, audience, loginEndpoint, validateAuthority));
    this.#kept.set(key, credentials);
    return credentials;
  }
}

function toSdkSettings(settings: TeamsSettings): Record<string, string> {
  const ids = { MicrosoftAppId: settings.appId, MicrosoftAppTenantId: settings.tenantId };
  const { credential } = settings;
  if (credential.kind === 'managed-identity') return { ...ids, MicrosoftAppType: 'UserAssignedMsi' };
  if (credential.kind === 'password') {
    return { ...ids, MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: credential.password };
  }
  return {
    ...ids,
    MicrosoftAppType: 'SingleTenant',
    CertificateThumbprint: credential.thumbprint,
    CertificatePrivateKey: credential.privateKey,
  };
}

function signWith(issueToken: IssueToken, audience: string): ServiceClientCredentials {
  return {
    async signRequest(request) {
      request.headers.set('authorization', `Bearer ${await issueToken(audience)}`);
      return request;
    },
  };
}

function limit(credentials: ServiceClientCredentials): ServiceClientCredentials {
  return {
    signRequest: (request) =>
      withTimeLimit(credentials.signRequest(request), tokenTimeout, 'No token in time'),
  };
}
