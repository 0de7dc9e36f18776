import {
  type Activity,
  CloudAdapter,
  type ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';
import { BotCredentials, type IssueToken } from './bot-credentials.ts';
import { type ConnectorApi, createConnectorApi } from './connector-api.ts';
import { type ConnectorHttpPorts, createConnectorCall, createConnectorHttp } from './connector-http.ts';
import { keepEntities } from './keep-entities.ts';
import { KeptClients } from './kept-clients.ts';
import { assertAuthenticated, type TeamsSettings, type TokenAuthority } from './teams-settings.ts';

export type AdapterPorts = ConnectorHttpPorts & {
  readonly settings: TeamsSettings | null;
  readonly production: boolean;
  /** Null: Microsoft's own. */
  readonly authority: TokenAuthority | null;
  /** Null: Entra, with the settings' credential. */
  readonly issueToken: IssueToken | null;
};

/**
 * botbuilder's CloudAdapter without its `process`, which answers a fault with its text and writes it to the
 * console. Who calls is told by `authenticate`; what they want then runs in `runTurn`.
 */
export class TeamsAdapter extends CloudAdapter {
  /** The bot's own token, for what the SDK does not fetch. @throws when there is none to be had. */
  readonly botToken: () => Promise<string>;
  /** Sends past the SDK, over the same connections and at the same pace. */
  readonly connector: ConnectorApi;

  constructor(
    authentication: ConfigurationBotFrameworkAuthentication,
    own: Pick<TeamsAdapter, 'botToken' | 'connector'>,
  ) {
    super(authentication);
    this.botToken = own.botToken;
    this.connector = own.connector;
  }

  /** @throws AuthenticationError and others when the token is not good; see `authenticate-request.ts`. */
  authenticate(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    return this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
  }

  /** Undefined when the activity wants no answer; 501 for an invoke that nobody answered. */
  runTurn(
    caller: AuthenticateRequestResult,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(caller, activity, logic);
  }
}

/**
 * The adapter with the archived SDK's known defects out of the way (each has its test in tests/contract/teams*).
 * @throws Error when settings are missing that would switch authentication off.
 */
export function createAdapter(ports: AdapterPorts): TeamsAdapter {
  assertAuthenticated(ports.settings, ports.production);
  keepEntities();
  const credentials = new BotCredentials(ports.settings, ports.issueToken);
  const call = createConnectorCall(ports);
  const authentication = new KeptClients({ ...ports.authority }, credentials, undefined, undefined, {
    httpClient: createConnectorHttp(call),
  });
  const botToken = () => credentials.issue();
  const connector = createConnectorApi(call, ports.settings === null ? null : botToken);
  return new TeamsAdapter(authentication, { botToken, connector });
}
