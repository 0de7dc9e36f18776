/** What is wrong with an app package, where, and what to change so that it is right. */
export type PackageFault = {
  /** A file of the package. */
  readonly file: string;
  /** `bots[0].botId`; null when it is about the whole file. */
  readonly at: string | null;
  readonly message: string;
  readonly remedy: string;
};

/** File name → content, as the zip holds it: all of them at its root. */
export type PackageFiles = Readonly<Record<string, Uint8Array>>;

const settings: readonly (readonly [RegExp, string])[] = [
  [
    /^(id|(bots|composeExtensions)\[0\]\.botId)$/,
    'Set MicrosoftAppId to the Application (client) ID of the bot’s registration.',
  ],
  [/^version$/, 'Give --app-version X.Y.Z, or mend "version" in package.json.'],
  [/^developer\.name$/, 'Set VAKTIS_DEVELOPER_NAME.'],
  [/^developer\.websiteUrl$/, 'Set VAKTIS_WEBSITE_URL.'],
  [/^developer\.privacyUrl$/, 'Set VAKTIS_PRIVACY_URL.'],
  [/^developer\.termsOfUseUrl$/, 'Set VAKTIS_TERMS_URL.'],
  [/^validDomains/, 'Set VAKTIS_PUBLIC_URL to the host that people reach from the internet.'],
  [/^name\.full$/, 'Shorten it in manifest/words, or the desk’s name in desk.yaml.'],
  [
    /^(name|description|composeExtensions\[0\]\.commands\[\d+\](\.parameters\[\d+\])?\.(title|description)|bots\[0\]\.commandLists)/,
    'Mend it in manifest/words.',
  ],
];

/** What to change for a fault at a place of manifest.json or a language file. */
export function remedyFor(at: string | null): string {
  const known = settings.find(([pattern]) => pattern.test(at ?? ''));
  return known?.[1] ?? 'Mend it in manifest/manifest.json.';
}
