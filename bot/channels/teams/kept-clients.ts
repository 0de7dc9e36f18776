import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  type ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';

/** More service URLs than Teams has regions: should somebody make them up, the clients must not pile up. */
const mostKept = 50;

/**
 * The SDK makes a client with a whole pipeline for the Connector, and one for signing in, in every turn and for
 * every message that is sent, which is a good part of what sending costs. They hold nothing of the turn, so they are
 * kept.
 */
export class KeptClients extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors = new Map<string, Promise<ConnectorClient>>();
  readonly #tokens = new Map<string, Promise<UserTokenClient>>();

  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    const admitted = await super.authenticateRequest(activity, header);
    return { ...admitted, connectorFactory: this.createConnectorFactory(admitted.claimsIdentity) };
  }

  override createConnectorFactory(claims: ClaimsIdentity): ConnectorFactory {
    const factory = super.createConnectorFactory(claims);
    return new KeptFactory((serviceUrl, audience) =>
      keep(this.#connectors, [identityOf(claims), serviceUrl, audience], () =>
        factory.create(serviceUrl, audience),
      ),
    );
  }

  override createUserTokenClient(claims: ClaimsIdentity): Promise<UserTokenClient> {
    return keep(this.#tokens, [identityOf(claims)], () => super.createUserTokenClient(claims));
  }
}

type Create = (serviceUrl: string, audience?: string) => Promise<ConnectorClient>;

class KeptFactory extends ConnectorFactory {
  readonly #create: Create;

  constructor(create: Create) {
    super();
    this.#create = create;
  }

  override create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    return this.#create(serviceUrl, audience);
  }
}

/** Whom the client speaks as: the SDK reads the bot's own app id from these two claims. */
function identityOf(claims: ClaimsIdentity): string {
  const { AudienceClaim, AppIdClaim } = AuthenticationConstants;
  return `${claims.getClaimValue(AudienceClaim) ?? ''} ${claims.getClaimValue(AppIdClaim) ?? ''}`;
}

function keep<T>(
  kept: Map<string, Promise<T>>,
  key: readonly (string | undefined)[],
  make: () => Promise<T>,
): Promise<T> {
  const name = JSON.stringify(key);
  const known = kept.get(name);
  if (known !== undefined) return known;
  if (kept.size >= mostKept) kept.clear();
  const made = make();
  kept.set(name, made);
  made.catch(() => kept.delete(name));
  return made;
}
