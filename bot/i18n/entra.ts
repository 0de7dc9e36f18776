import type { ReplyLanguage } from '#bot/reply/reply.ts';

/** What is wrong, and the next step. */
export type Remedy = { readonly said: string; readonly todo: string };

/** The settings that a refusal is about: the names that an administrator sees. */
export type EntraNames = { readonly appId: string; readonly secret: string; readonly tenant: string };

type Refusal =
  | 'expired-secret'
  | 'wrong-secret'
  | 'unknown-app'
  | 'unknown-tenant'
  | 'disabled-app'
  | 'not-in-tenant'
  | 'unknown-resource'
  | 'no-access'
  | 'clock'
  | 'later';

/** https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const refusals: Readonly<Record<number, Refusal>> = {
  7000222: 'expired-secret',
  7000215: 'wrong-secret',
  7000216: 'wrong-secret',
  7000218: 'wrong-secret',
  700016: 'unknown-app',
  90002: 'unknown-tenant',
  900023: 'unknown-tenant',
  900021: 'unknown-tenant',
  90013: 'unknown-tenant',
  7000112: 'disabled-app',
  7000229: 'not-in-tenant',
  500011: 'unknown-resource',
  650057: 'unknown-resource',
  501051: 'no-access',
  53003: 'no-access',
  53011: 'no-access',
  700024: 'clock',
  70043: 'later',
  90033: 'later',
  50196: 'later',
};

const words: Record<
  ReplyLanguage,
  Record<Refusal, (names: EntraNames) => Remedy> & { other: (code: number | null) => Remedy }
> = {
  sv: {
    'expired-secret': ({ secret }) => ({
      said: 'Hemligheten har gått ut',
      todo: `Gör en ny i Entra (App registrations › Certificates & secrets), sätt ${secret} till dess Value och starta om`,
    }),
    'wrong-secret': ({ secret }) => ({
      said: 'Hemligheten stämmer inte',
      todo: `Sätt ${secret} till hemlighetens Value, inte dess Secret ID. Syns den inte längre: gör en ny i Entra`,
    }),
    'unknown-app': ({ appId, tenant }) => ({
      said: 'Katalogen finns, men känner inte app-id:t',
      todo: `Jämför ${appId} med Application (client) ID i Entra. Stämmer det hör appen till en annan katalog: jämför ${tenant}`,
    }),
    'unknown-tenant': ({ tenant }) => ({
      said: 'Det finns ingen katalog med det id:t',
      todo: `Sätt ${tenant} till Directory (tenant) ID på appens översiktssida i Entra`,
    }),
    'disabled-app': () => ({
      said: 'Appen är avstängd i Entra',
      todo: 'Slå på den under Enterprise applications › Properties › Enabled for users to sign in',
    }),
    'not-in-tenant': () => ({
      said: 'Appen har ingen tjänst i katalogen',
      todo: 'Skapa den med: az ad sp create --id APP-ID',
    }),
    'unknown-resource': () => ({
      said: 'Entra känner inte det som behörigheten gäller',
      todo: 'Jämför Application ID URI under Expose an API i Entra',
    }),
    'no-access': () => ({
      said: 'Katalogens regler släpper inte in appen',
      todo: 'Be den som sköter villkorsstyrd åtkomst om ett undantag för appens id',
    }),
    clock: () => ({
      said: 'Maskinens klocka går fel',
      todo: 'Slå på tidssynkronisering (NTP) på maskinen',
    }),
    later: () => ({ said: 'Entra har det svårt just nu', todo: 'Försök igen om en stund' }),
    other: (code) => ({
      said: code === null ? 'Entra sade nej utan att säga varför' : `Entra sade nej med AADSTS${code}`,
      todo:
        code === null
          ? 'Titta under Sign-in logs › Service principal sign-ins i Entra'
          : `Slå upp koden på https://login.microsoftonline.com/error?code=${code}`,
    }),
  },
  en: {
    'expired-secret': ({ secret }) => ({
      said: 'the secret has expired',
      todo: `Make a new one in Entra (App registrations › Certificates & secrets), set ${secret} to its Value, and restart`,
    }),
    'wrong-secret': ({ secret }) => ({
      said: 'the secret is not right',
      todo: `Set ${secret} to the secret's Value, not its Secret ID. If it is not shown any more, make a new one in Entra`,
    }),
    'unknown-app': ({ appId, tenant }) => ({
      said: 'the tenant exists, but does not know the app id',
      todo: `Compare ${appId} with the Application (client) ID in Entra. If that is right, the app is in another tenant: compare ${tenant}`,
    }),
    'unknown-tenant': ({ tenant }) => ({
      said: 'there is no tenant of that id',
      todo: `Set ${tenant} to the Directory (tenant) ID on the app's overview page in Entra`,
    }),
    'disabled-app': () => ({
      said: 'the app is switched off in Entra',
      todo: 'Switch it on under Enterprise applications › Properties › Enabled for users to sign in',
    }),
    'not-in-tenant': () => ({
      said: 'the app has no service principal in the tenant',
      todo: 'Make one with: az ad sp create --id APP-ID',
    }),
    'unknown-resource': () => ({
      said: 'Entra does not know what the token is for',
      todo: 'Compare the Application ID URI under Expose an API in Entra',
    }),
    'no-access': () => ({
      said: 'the tenant’s rules do not let the app in',
      todo: 'Ask whoever looks after conditional access for an exception for the app’s id',
    }),
    clock: () => ({
      said: 'this machine’s clock is wrong',
      todo: 'Switch on time synchronisation (NTP) on the machine',
    }),
    later: () => ({ said: 'Entra has difficulties just now', todo: 'Try again in a while' }),
    other: (code) => ({
      said: code === null ? 'Entra said no without saying why' : `Entra said no with AADSTS${code}`,
      todo:
        code === null
          ? 'Look at Sign-in logs › Service principal sign-ins in Entra'
          : `Look the code up at https://login.microsoftonline.com/error?code=${code}`,
    }),
  },
};

/** What Entra's AADSTS number means for whoever runs Vaktis. */
export function entraRefusal(code: number | null, language: ReplyLanguage, names: EntraNames): Remedy {
  const refusal = code === null ? undefined : refusals[code];
  const { said, todo } =
    refusal === undefined ? words[language].other(code) : words[language][refusal](names);
  // The number stays: it is what a search finds.
  return { said: refusal === undefined ? said : `${said} (AADSTS${code})`, todo };
}
