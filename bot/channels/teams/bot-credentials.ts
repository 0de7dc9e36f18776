import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import {
  AppCredentials,
  AuthenticationConstants,
  type ServiceClientCredentials,
} from 'botframework-connector';
import type { TeamsSettings } from './teams-settings.ts';
import { withTimeLimit } from './with-time-limit.ts';

/** The bot's own token for sending; given in tests, otherwise botbuilder asks Entra. */
export type IssueToken = (audience: string) => Promise<string>;

const tokenTimeout = 10_000;
const connectorAudience = AuthenticationConstants.ToChannelFromBotOAuthScope;

/**
 * botbuilder's credentials with a time limit (its token request has none: one that hangs would hold every send
 * for ever) and kept per audience (it makes a new sign-in client for every message).
 */
export class BotCredentials extends ConfigurationServiceClientCredentialFactory {
  readonly #kept = new Map<string, ServiceClientCredentials>();
  readonly #issueToken: IssueToken | null;
  readonly #settings: TeamsSettings | null;
  #own: ServiceClientCredentials | undefined;

  constructor(settings: TeamsSettings | null, issueToken: IssueToken | null) {
    super(settings === null ? {} : toSdkSettings(settings));
    this.#issueToken = issueToken;
    this.#settings = settings;
  }

  /** A token for the Connector itself, which also keeps what people paste. @throws without a registration. */
  async issue(): Promise<string> {
    if (this.#issueToken) return this.#issueToken(connectorAudience);
    if (this.#settings === null) throw new Error('Without a registration there is no token.');
    const { appId, tenantId } = this.#settings;
    const login = `${AuthenticationConstants.ToChannelFromBotLoginUrlPrefix}${tenantId}`;
    this.#own ??= await super.createCredentials(appId, connectorAudience, login, true);
    if (!(this.#own instanceof AppCredentials)) throw new Error('The SDK gave credentials without a token.');
    return withTimeLimit(this.#own.getToken(), tokenTimeout, 'No token in time');
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
