import type { PackageFault } from './fault.ts';

/** Where the manifest has sentences that a language file can translate (Microsoft's localization schema). */
const translatable = [
  /^name\.(short|full)$/,
  /^description\.(short|full)$/,
  /^staticTabs\[\d+\]\.name$/,
  /^bots\[0\]\.commandLists\[\d+\]\.commands\[\d+\]\.(title|description|prompt)$/,
  /^composeExtensions\[0\]\.commands\[\d+\]\.(title|description)$/,
  /^composeExtensions\[0\]\.commands\[\d+\]\.parameters\[\d+\]\.(title|description)$/,
];

/** Every sentence of the manifest has its translation, none is empty or left over. */
export function checkLanguageFile(manifest: unknown, file: string, language: unknown): PackageFault[] {
  const translated = new Map(Object.entries(typeof language === 'object' ? (language ?? {}) : {}));
  const needed = sentencesOf(manifest, '').map(([at]) => at);
  const remedy = `Mend it in manifest/words/${file}.`;
  const missing = needed.filter((at) => !translated.has(at));
  const surplus = [...translated.keys()].filter((key) => key !== '$schema' && !needed.includes(key));
  return [
    ...missing.map((at) => ({ file, at, message: 'is not translated', remedy })),
    ...surplus.map((at) => ({ file, at, message: 'translates nothing that the manifest has', remedy })),
    ...placeholderFaults(file, language, remedy),
  ];
}

/** `{organisation}` that nobody filled in, or a sentence that says nothing. */
export function placeholderFaults(file: string, content: unknown, remedy: string): PackageFault[] {
  const sentences = file === 'manifest.json' ? sentencesOf(content, '') : Object.entries(content ?? {});
  return sentences.flatMap(([at, sentence]) => {
    if (String(sentence).trim() === '') return [{ file, at, message: 'is empty', remedy }];
    const open = /\{\w*\}/.exec(String(sentence));
    return open === null ? [] : [{ file, at, message: `still says ${open[0]}`, remedy }];
  });
}

function sentencesOf(value: unknown, at: string): [string, string][] {
  if (typeof value === 'string') return translatable.some((place) => place.test(at)) ? [[at, value]] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => sentencesOf(item, `${at}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    sentencesOf(inner, at === '' ? key : `${at}.${key}`),
  );
}
