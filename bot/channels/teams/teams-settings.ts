/** How the bot proves to the Bot Framework who it is. Never logged. */
export type BotCredential =
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'certificate'; readonly thumbprint: string; readonly privateKey: string }
  | { readonly kind: 'managed-identity' };

/** The bot's registration. `null` instead of it means no registration: the simulator on loopback only. */
export type TeamsSettings = {
  readonly appId: string;
  readonly tenantId: string;
  readonly credential: BotCredential;
  /** Tenants whose people may speak to the bot; tenantId counts as one of them. GUIDs, any case. */
  readonly allowedTenants: readonly string[];
};

/**
 * Where tokens come from and who signs them. All or none: botbuilder takes a single one as a sign that
 * every other is meant too, and then refuses every token.
 */
export type TokenAuthority = {
  readonly ToChannelFromBotLoginUrl: string;
  readonly ToChannelFromBotOAuthScope: string;
  readonly ToBotFromChannelTokenIssuer: string;
  readonly OAuthUrl: string;
  readonly ToBotFromChannelOpenIdMetadataUrl: string;
  readonly ToBotFromEmulatorOpenIdMetadataUrl: string;
  readonly CallerId: string;
};

/**
 * botbuilder turns authentication off when the app id is blank: anybody could then speak as anybody.
 * @throws Error with what to do, before anything listens.
 */
export function assertAuthenticated(settings: TeamsSettings | null, production: boolean): void {
  if (settings === null) {
    if (production) throw new Error('The bot needs its app id, tenant id and credential in production.');
    return;
  }
  const secret = settings.credential.kind === 'password' ? settings.credential.password : 'held elsewhere';
  if (!settings.appId.trim() || !settings.tenantId.trim() || !secret.trim()) {
    throw new Error('The bot’s app id, tenant id and credential must all be set, or none of them.');
  }
}
