import { z } from 'zod';
import { type Category, Category as CategorySchema } from '../desk/category.ts';
import { isLoopback } from './loopback.ts';

export type ModelModeSetting = 'off' | 'suggest' | 'on';

/** How the endpoint knows us. */
export type ModelCredential =
  | { readonly kind: 'none' }
  /** Never logged. `header`: OpenAI's `Authorization: Bearer`, or Azure's `api-key`. */
  | { readonly kind: 'key'; readonly key: string; readonly header: 'authorization' | 'api-key' }
  /** Azure's managed identity; the client id of a user-assigned one. */
  | { readonly kind: 'managed-identity'; readonly clientId: string | null };

/** Where the chat model is, as both clients take it. */
export type ModelEndpoint = {
  /** `https://api.openai.com/v1`, or Azure's `https://name.openai.azure.com/openai/deployments/deployment`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly credential: ModelCredential;
  /** Azure's; null for all others. */
  readonly apiVersion: string | null;
  /** How the endpoint is made to answer in a shape: not every one knows every way. */
  readonly structured: 'json-schema' | 'tools' | 'json';
};

/** What a model may take: tokens, money and time. */
export type ModelLeash = {
  /** Tokens, in and out; null: no bound. */
  readonly budgets: {
    readonly personPerDay: number | null;
    readonly deskPerDay: number | null;
    readonly deskPerMonth: number | null;
  };
  /** For a million tokens, in whatever money the desk counts; 0: not known. */
  readonly price: { readonly in: number; readonly out: number };
  /** Whether what was sent and answered is kept with the record of the call. */
  readonly keepContent: boolean;
  /** Milliseconds. */
  readonly timeouts: {
    /** Until the first piece of an answer that somebody waits for. */
    readonly firstToken: number;
    /** Until an answer is whole. */
    readonly answer: number;
    /** Between two pieces. */
    readonly silence: number;
    /** What nobody waits for: summaries, drafts. */
    readonly background: number;
  };
};

/** A chat model that words answers; see adapters/language-model/README.md. */
export type LanguageModelSettings = {
  readonly endpoint: ModelEndpoint;
  readonly modes: {
    readonly usual: ModelModeSetting;
    readonly byCategory: Readonly<Partial<Record<Category, ModelModeSetting>>>;
  };
  /** Milliseconds that a turn waits to be understood. */
  readonly patience: number;
  readonly leash: ModelLeash;
};

const optional = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.string().trim().min(1).optional(),
);

/** A blank one in an .env file means the same as none. */
export const languageModelVariables = {
  VAKTIS_MODEL_URL: optional,
  VAKTIS_MODEL: optional,
  VAKTIS_MODEL_KEY: optional,
  VAKTIS_MODEL_AZURE_VERSION: optional,
  VAKTIS_MODEL_IDENTITY: optional,
  VAKTIS_MODEL_STRUCTURED: optional,
  VAKTIS_MODEL_MODE: optional,
  VAKTIS_MODEL_MODES: optional,
  VAKTIS_MODEL_PATIENCE: optional,
  VAKTIS_MODEL_ANSWER_WITHIN: optional,
  VAKTIS_MODEL_TOKENS_PERSON_DAY: optional,
  VAKTIS_MODEL_TOKENS_DAY: optional,
  VAKTIS_MODEL_TOKENS_MONTH: optional,
  VAKTIS_MODEL_PRICE_IN: optional,
  VAKTIS_MODEL_PRICE_OUT: optional,
  VAKTIS_MODEL_KEEP_CONTENT: optional,
  LANGSMITH_TRACING: optional,
  LANGSMITH_TRACING_V2: optional,
  LANGCHAIN_TRACING: optional,
  LANGCHAIN_TRACING_V2: optional,
} as const;
type Name = keyof typeof languageModelVariables;
export type LanguageModelVariables = Readonly<Partial<Record<Name, string | undefined>>>;
const tracing = [
  'LANGSMITH_TRACING',
  'LANGSMITH_TRACING_V2',
  'LANGCHAIN_TRACING',
  'LANGCHAIN_TRACING_V2',
] as const;
type Fault = { readonly name: Name; readonly message: string };

const modes: readonly ModelModeSetting[] = ['off', 'suggest', 'on'];
const ways = ['json-schema', 'tools', 'json'] as const;

/** What is wrong with the model's settings together, by the variable's name. Never a value. */
export function findLanguageModelFaults(env: LanguageModelVariables): Fault[] {
  const isSet = Object.entries(env).some(
    ([name, value]) => /^VAKTIS_MODEL/.test(name) && value !== undefined,
  );
  return isSet
    ? [...endpointFaults(env), ...modeFaults(env), ...numberFaults(env), ...tracingFaults(env)]
    : [];
}

function endpointFaults(env: LanguageModelVariables): Fault[] {
  const { VAKTIS_MODEL_URL: url, VAKTIS_MODEL: model, VAKTIS_MODEL_KEY: key } = env;
  const identity = env.VAKTIS_MODEL_IDENTITY;
  const checks: readonly (readonly [Name, boolean, string])[] = [
    ['VAKTIS_MODEL_URL', url === undefined, 'is required with the other VAKTIS_MODEL… settings'],
    [
      'VAKTIS_MODEL_URL',
      url !== undefined && !isAllowed(url, key !== undefined || identity !== undefined),
      'must be an https:// address without user name (http:// only on this machine, or without a key)',
    ],
    ['VAKTIS_MODEL', url !== undefined && model === undefined, 'is required with VAKTIS_MODEL_URL'],
    [
      'VAKTIS_MODEL_IDENTITY',
      identity !== undefined && key !== undefined,
      'goes instead of VAKTIS_MODEL_KEY',
    ],
    [
      'VAKTIS_MODEL_IDENTITY',
      identity !== undefined && env.VAKTIS_MODEL_AZURE_VERSION === undefined,
      'is for Azure: set VAKTIS_MODEL_AZURE_VERSION too',
    ],
    ['VAKTIS_MODEL_STRUCTURED', isNone(ways, env.VAKTIS_MODEL_STRUCTURED), `must be ${ways.join(', ')}`],
    ['VAKTIS_MODEL_KEEP_CONTENT', isNone(['yes', 'no'], env.VAKTIS_MODEL_KEEP_CONTENT), 'must be yes or no'],
  ];
  return checks.flatMap(([name, wrong, message]) => (wrong ? [{ name, message }] : []));
}

function modeFaults(env: LanguageModelVariables): Fault[] {
  const isWrong = isNone(modes, env.VAKTIS_MODEL_MODE);
  const pairs = pairsOf(env.VAKTIS_MODEL_MODES);
  const strange = pairs.some(([category, mode]) => !isCategory(category) || isNone(modes, mode));
  return [
    ...(isWrong ? [{ name: 'VAKTIS_MODEL_MODE' as const, message: `must be ${modes.join(', ')}` }] : []),
    ...(strange
      ? [
          {
            name: 'VAKTIS_MODEL_MODES' as const,
            message: 'must be categories with their modes, such as printer=off,security=suggest',
          },
        ]
      : []),
  ];
}

/** LangChain reads these by itself, and then sends every prompt to its maker's service. */
function tracingFaults(env: LanguageModelVariables): Fault[] {
  const on = tracing.filter((name) => env[name]?.toLowerCase() === 'true');
  return on.map((name) => ({ name, message: 'must be left out: every prompt would go to a third party' }));
}

const numbers: readonly Name[] = [
  'VAKTIS_MODEL_PATIENCE',
  'VAKTIS_MODEL_ANSWER_WITHIN',
  'VAKTIS_MODEL_TOKENS_PERSON_DAY',
  'VAKTIS_MODEL_TOKENS_DAY',
  'VAKTIS_MODEL_TOKENS_MONTH',
  'VAKTIS_MODEL_PRICE_IN',
  'VAKTIS_MODEL_PRICE_OUT',
];

/** Teams sends a message again after 15 s, and ends a stream after two minutes. */
const most: Readonly<Partial<Record<Name, number>>> = {
  VAKTIS_MODEL_PATIENCE: 8_000,
  VAKTIS_MODEL_ANSWER_WITHIN: 90,
};

function numberFaults(env: LanguageModelVariables): Fault[] {
  const wrong = numbers.filter((name) => env[name] !== undefined && numberOf(env[name]) === null);
  const large = numbers.filter(
    (name) => (numberOf(env[name]) ?? 0) > (most[name] ?? Number.POSITIVE_INFINITY),
  );
  return [
    ...wrong.map((name) => ({ name, message: 'must be a number of 0 or more' })),
    ...large.map((name) => ({ name, message: `must be at most ${most[name]}` })),
  ];
}

/** Null when nothing is set: then the rules work alone, and no client is even loaded. */
export function toLanguageModelSettings(env: LanguageModelVariables): LanguageModelSettings | null {
  const { VAKTIS_MODEL_URL: url, VAKTIS_MODEL: model } = env;
  if (url === undefined || model === undefined) return null;
  const answer = (numberOf(env.VAKTIS_MODEL_ANSWER_WITHIN) ?? 25) * 1000;
  return {
    endpoint: {
      baseUrl: baseUrlOf(url, model, env.VAKTIS_MODEL_AZURE_VERSION),
      model,
      credential: credentialOf(env),
      apiVersion: env.VAKTIS_MODEL_AZURE_VERSION ?? null,
      structured: ways.find((way) => way === env.VAKTIS_MODEL_STRUCTURED) ?? 'json-schema',
    },
    modes: { usual: modeOf(env.VAKTIS_MODEL_MODE) ?? 'suggest', byCategory: byCategoryOf(env) },
    patience: numberOf(env.VAKTIS_MODEL_PATIENCE) ?? 1_500,
    leash: {
      budgets: {
        personPerDay: numberOf(env.VAKTIS_MODEL_TOKENS_PERSON_DAY) ?? 100_000,
        deskPerDay: numberOf(env.VAKTIS_MODEL_TOKENS_DAY) ?? 2_000_000,
        deskPerMonth: numberOf(env.VAKTIS_MODEL_TOKENS_MONTH),
      },
      price: {
        in: numberOf(env.VAKTIS_MODEL_PRICE_IN) ?? 0,
        out: numberOf(env.VAKTIS_MODEL_PRICE_OUT) ?? 0,
      },
      keepContent: env.VAKTIS_MODEL_KEEP_CONTENT === 'yes',
      timeouts: { firstToken: Math.min(8_000, answer), answer, silence: 6_000, background: 60_000 },
    },
  };
}

/** Azure's addresses name the deployment, unless it is its newer `/openai/v1`. */
function baseUrlOf(url: string, model: string, azureVersion: string | undefined): string {
  const plain = url.replace(/\/+$/, '');
  if (azureVersion === undefined || /\/openai\//.test(plain)) return plain;
  return `${plain}/openai/deployments/${encodeURIComponent(model)}`;
}

function credentialOf(env: LanguageModelVariables): ModelCredential {
  const { VAKTIS_MODEL_KEY: key, VAKTIS_MODEL_IDENTITY: identity } = env;
  if (identity !== undefined)
    return { kind: 'managed-identity', clientId: identity === 'system' ? null : identity };
  if (key === undefined) return { kind: 'none' };
  const header = env.VAKTIS_MODEL_AZURE_VERSION === undefined ? 'authorization' : 'api-key';
  return { kind: 'key', key, header };
}

function byCategoryOf(env: LanguageModelVariables): LanguageModelSettings['modes']['byCategory'] {
  const pairs = pairsOf(env.VAKTIS_MODEL_MODES).flatMap(([category, mode]) => {
    const known = CategorySchema.safeParse(category);
    const wanted = modeOf(mode);
    return known.success && wanted !== null ? [[known.data, wanted] as const] : [];
  });
  return Object.fromEntries(pairs);
}

function pairsOf(text: string | undefined): [string, string][] {
  const parts = (text ?? '').split(/[\s,;]+/).filter(Boolean);
  return parts.map((part) => {
    const [category = '', mode = ''] = part.split('=');
    return [category, mode];
  });
}

function isCategory(text: string): boolean {
  return CategorySchema.safeParse(text).success;
}

function modeOf(text: string | undefined): ModelModeSetting | null {
  return modes.find((mode) => mode === text) ?? null;
}

function isNone(known: readonly string[], given: string | undefined): boolean {
  return given !== undefined && !known.includes(given);
}

/** Null: not set, or no number. */
function numberOf(text: string | undefined): number | null {
  const value = text === undefined ? Number.NaN : Number(text.replaceAll('_', ''));
  return Number.isFinite(value) && value >= 0 ? value : null;
}

/** A model in the house's own network often has neither certificate nor key. */
function isAllowed(text: string, hasKey: boolean): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && (!hasKey || isLoopback(url.hostname)));
}
