import { resolve } from 'node:path';
import { z } from 'zod';
import { type AlertSettings, findAlertFaults, toAlertSettings } from './settings/alert-settings.ts';
import {
  type ContractorAccess,
  findContractorFaults,
  toContractorAccess,
} from './settings/contractor-settings.ts';
import { type Credentials, findCredentialFaults, toCredentials } from './settings/credentials.ts';
import {
  type EmbeddingsSettings,
  findEmbeddingsFaults,
  toEmbeddingsSettings,
} from './settings/embeddings-settings.ts';
import {
  findLanguageModelFaults,
  type LanguageModelSettings,
  languageModelVariables,
  toLanguageModelSettings,
} from './settings/language-model-settings.ts';
import { isLoopback } from './settings/loopback.ts';
import { findMailFaults, type MailSettings, toMailSettings } from './settings/mail-settings.ts';
import {
  findPeopleFaults,
  type PeopleSettings,
  toIdentityHost,
  toPeopleSettings,
} from './settings/people-settings.ts';
import * as tracing from './settings/tracing-settings.ts';

export type { Credentials };
export { isLoopback };

/** A blank variable in an .env file means the same as none. */
const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value);
const optionalText = z.preprocess(blankIsAbsent, z.string().trim().min(1).optional());
const guid = z.preprocess(
  blankIsAbsent,
  z.guid('must be a GUID, such as 00000000-0000-0000-0000-000000000000').optional(),
);

/** An address that Teams can reach; whether its host will do is for the check of the package to say. */
const httpsUrl = z.preprocess(
  blankIsAbsent,
  z.url({ protocol: /^https$/, error: 'must be an https:// address' }).optional(),
);

const Variables = z.object({
  NODE_ENV: z.preprocess(blankIsAbsent, z.enum(['development', 'test', 'production']).default('development')),
  PORT: z.preprocess(blankIsAbsent, z.coerce.number().int().min(0).max(65_535).default(3978)),
  HOST: optionalText,
  DATABASE_URL: z.preprocess(
    blankIsAbsent,
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
      .optional(),
  ),
  VAKTIS_DATA: z.preprocess(blankIsAbsent, z.string().default('.vaktis')),
  VAKTIS_LOG_LEVEL: z.preprocess(
    blankIsAbsent,
    z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  ),
  VAKTIS_DEMO: z.preprocess(blankIsAbsent, z.enum(['on', 'off']).default('on')),
  MicrosoftAppId: guid,
  MicrosoftAppTenantId: guid,
  MicrosoftAppPassword: optionalText,
  MicrosoftAppType: z.preprocess(
    blankIsAbsent,
    z.enum(['SingleTenant', 'UserAssignedMsi']).default('SingleTenant'),
  ),
  VAKTIS_ALLOWED_TENANTS: optionalText,
  VAKTIS_GRAPH_CLIENT_ID: guid,
  VAKTIS_GRAPH_CLIENT_SECRET: optionalText,
  IDENTITY_ENDPOINT: optionalText,
  IDENTITY_HEADER: optionalText,
  CHROMIUM_PATH: optionalText,
  VAKTIS_SMTP_URL: optionalText,
  VAKTIS_MAIL_FROM: z.preprocess(blankIsAbsent, z.email('must be an e-mail address').optional()),
  VAKTIS_MAIL_DOMAIN: z.preprocess(
    blankIsAbsent,
    z
      .string()
      .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'must be a domain, such as vaktis.example.se')
      .optional(),
  ),
  VAKTIS_ALERT_WEBHOOK: optionalText,
  VAKTIS_ALERT_SECRET: optionalText,
  VAKTIS_EMBEDDINGS_URL: optionalText,
  VAKTIS_EMBEDDINGS_MODEL: optionalText,
  VAKTIS_EMBEDDINGS_KEY: optionalText,
  ...languageModelVariables,
  VAKTIS_METRICS_TOKEN: optionalText,
  ...tracing.tracingVariables,
  VAKTIS_DRAIN_SECONDS: z.preprocess(blankIsAbsent, z.coerce.number().int().min(0).max(120).default(0)),
  VAKTIS_KEEP_FILES_DAYS: z.preprocess(blankIsAbsent, z.coerce.number().int().min(1).max(3_650).default(90)),
  VAKTIS_PUBLIC_URL: httpsUrl,
  VAKTIS_DEVELOPER_NAME: optionalText,
  VAKTIS_WEBSITE_URL: httpsUrl,
  VAKTIS_PRIVACY_URL: httpsUrl,
  VAKTIS_TERMS_URL: httpsUrl,
});

/** Every setting by its name; beside these there are VAKTIS_CONTRACTOR_<ID>_USER, _SECRET and _WEBHOOK_SECRET. */
export const settingNames: readonly string[] = Object.keys(Variables.shape);

const shortestToken = 16;

const Environment = Variables.superRefine((env, context) => {
  const fault = (name: string, message: string) =>
    context.addIssue({ code: 'custom', path: [name], message });
  const credentials = env.MicrosoftAppId !== undefined;
  const together = [
    ...findCredentialFaults(env),
    ...findMailFaults(env),
    ...findAlertFaults(env),
    ...findEmbeddingsFaults(env),
    ...findLanguageModelFaults(env),
    ...findPeopleFaults(env),
    ...tracing.findTracingFaults(env),
  ];
  for (const { name, message } of together) fault(name, message);
  if (env.VAKTIS_METRICS_TOKEN !== undefined && env.VAKTIS_METRICS_TOKEN.length < shortestToken) {
    fault('VAKTIS_METRICS_TOKEN', `must have at least ${shortestToken} characters`);
  }
  if (!credentials && env.HOST !== undefined && !isLoopback(env.HOST)) {
    fault(
      'HOST',
      'must be a loopback address while there are no bot credentials (the simulator runs on this machine only)',
    );
  }
});

export type Config = {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Null: the embedded database in `dataFolder`. */
  readonly databaseUrl: string | null;
  /** Absolute. */
  readonly dataFolder: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Load the demo district when the database has no desk and there are no credentials. */
  readonly demo: boolean;
  /** Null: no bot registration, so only the simulator on loopback. */
  readonly credentials: Credentials | null;
  readonly chromiumPath: string | null;
  /** Where the server is reached from outside: `https://vaktis.example.se`, without a path. Null: not known. */
  readonly publicUrl: string | null;
  /** Null: no e-mail to contractors. */
  readonly mail: MailSettings | null;
  /** What signs us in to contractors' systems, by contractor id. */
  readonly contractorAccess: ReadonlyMap<string, ContractorAccess>;
  /** Null: nobody is called out by SMS or phone. */
  readonly alert: AlertSettings | null;
  /** Null: the search goes by words alone. */
  readonly embeddings: EmbeddingsSettings | null;
  /** Null: the rules work alone. */
  readonly languageModel: LanguageModelSettings | null;
  /** How the directory is asked who works where; null: it cannot be. */
  readonly people: PeopleSettings | null;
  /** Where App Service and Container Apps hand out a managed identity's tokens; null: the machine's own service. */
  readonly identityHost: { readonly endpoint: string; readonly header: string } | null;
  /** Days that pictures and files that people sent are kept after their case ended. */
  readonly keepFilesForDays: number;
  /** How long a process that was asked to stop still serves, so that a proxy notices first. */
  readonly drainSeconds: number;
  /** What /metrics asks for from another machine; null: only this machine may read it. */
  readonly metricsToken: string | null;
  /** Null: nothing is traced. */
  readonly tracing: tracing.TracingSettings | null;
};

/** Every wrong setting at once, each with what to do; never a value, since it may be a secret. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(
      `Wrong settings:\n${faults.map((fault) => `  ${fault}`).join('\n')}\nSee .env.example for what each one means.`,
    );
    this.faults = faults;
  }
}

/**
 * Reads the settings from the environment; the only reader of process.env.
 * @throws WrongSettings
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = Environment.safeParse(environment);
  const faults = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`),
    ...findContractorFaults(environment).map(({ name, message }) => `${name}: ${message}`),
  ];
  if (!parsed.success || faults.length > 0) throw new WrongSettings(faults);
  return { ...toConfig(parsed.data), contractorAccess: toContractorAccess(environment) };
}

function toConfig(env: z.infer<typeof Environment>): Omit<Config, 'contractorAccess'> {
  const credentials = toCredentials(env);
  return {
    production: env.NODE_ENV === 'production',
    host: env.HOST ?? (credentials ? '0.0.0.0' : '127.0.0.1'),
    port: env.PORT,
    databaseUrl: env.DATABASE_URL ?? null,
    dataFolder: resolve(env.VAKTIS_DATA),
    logLevel: env.VAKTIS_LOG_LEVEL,
    demo: env.VAKTIS_DEMO === 'on' && credentials === null,
    credentials,
    chromiumPath: env.CHROMIUM_PATH ?? null,
    publicUrl: env.VAKTIS_PUBLIC_URL === undefined ? null : new URL(env.VAKTIS_PUBLIC_URL).origin,
    mail: toMailSettings(env),
    alert: toAlertSettings(env),
    embeddings: toEmbeddingsSettings(env),
    languageModel: toLanguageModelSettings(env),
    people: toPeopleSettings(env),
    identityHost: toIdentityHost(env),
    keepFilesForDays: env.VAKTIS_KEEP_FILES_DAYS,
    drainSeconds: env.VAKTIS_DRAIN_SECONDS,
    metricsToken: env.VAKTIS_METRICS_TOKEN ?? null,
    tracing: tracing.toTracingSettings(env),
  };
}

const EmbeddingsVariables = Variables.pick({
  VAKTIS_EMBEDDINGS_URL: true,
  VAKTIS_EMBEDDINGS_MODEL: true,
  VAKTIS_EMBEDDINGS_KEY: true,
});

/**
 * Reads where the embeddings are and nothing else, so that a command works where no server does. Null: nowhere.
 * @throws WrongSettings
 */
export function readEmbeddings(environment: NodeJS.ProcessEnv = process.env): EmbeddingsSettings | null {
  const env = EmbeddingsVariables.parse(environment);
  const faults = findEmbeddingsFaults(env).map(({ name, message }) => `${name}: ${message}`);
  if (faults.length > 0) throw new WrongSettings(faults);
  return toEmbeddingsSettings(env);
}

/** What the Teams app package needs beside the desk. */
export type PackageSettings = {
  readonly appId: string;
  /** Where the server is reached from outside: `https://vaktis.example.se`, without a path. */
  readonly publicUrl: string;
  /** Who stands behind the app; null where nothing is set. */
  readonly developer: {
    readonly name: string | null;
    readonly websiteUrl: string | null;
    readonly privacyUrl: string | null;
    readonly termsOfUseUrl: string | null;
  };
};

const PackageVariables = Variables.pick({
  MicrosoftAppId: true,
  VAKTIS_PUBLIC_URL: true,
  VAKTIS_DEVELOPER_NAME: true,
  VAKTIS_WEBSITE_URL: true,
  VAKTIS_PRIVACY_URL: true,
  VAKTIS_TERMS_URL: true,
}).required({ MicrosoftAppId: true, VAKTIS_PUBLIC_URL: true });

/**
 * Reads what the app package needs and no secret, so that it can be made where the bot does not run.
 * @throws WrongSettings
 */
export function readPackageSettings(environment: NodeJS.ProcessEnv = process.env): PackageSettings {
  const parsed = PackageVariables.safeParse(environment);
  if (!parsed.success) throw new WrongSettings(packageFaults(environment, parsed.error));
  const env = parsed.data;
  return {
    appId: env.MicrosoftAppId.toLowerCase(),
    publicUrl: new URL(env.VAKTIS_PUBLIC_URL).origin,
    developer: {
      name: env.VAKTIS_DEVELOPER_NAME ?? null,
      websiteUrl: env.VAKTIS_WEBSITE_URL ?? null,
      privacyUrl: env.VAKTIS_PRIVACY_URL ?? null,
      termsOfUseUrl: env.VAKTIS_TERMS_URL ?? null,
    },
  };
}

const neededForPackage: Readonly<Record<string, string>> = {
  MicrosoftAppId:
    "is required for the app package: the Application (client) ID of the bot's registration, a GUID",
  VAKTIS_PUBLIC_URL:
    'is required for the app package: where the server is reached from outside, such as https://vaktis.example.se',
};

function packageFaults(environment: NodeJS.ProcessEnv, error: z.ZodError): string[] {
  return error.issues.map(({ path: [name], message }) => {
    const setting = String(name);
    const isAbsent = blankIsAbsent(environment[setting]) === undefined;
    return `${setting}: ${(isAbsent ? neededForPackage[setting] : null) ?? message}`;
  });
}
