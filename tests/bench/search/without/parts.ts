import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * Parts of search and triage that can be left out to see what they are worth: for each the modules that something
 * simpler takes the place of. What runs in earnest knows nothing of this.
 */
export const parts = {
  typos: [['knowledge/search/analyse/nearest-words.ts', 'spelling.ts']],
  'likeness by letters': [['knowledge/search/rank/score-letters.ts', 'letters.ts']],
  compounds: [['knowledge/search/analyse/split-compound.ts', 'compounds.ts']],
  glossary: [['knowledge/search/glossary/glossary.ts', 'ideas.ts']],
  'everyday words': [['knowledge/search/glossary/everyday.ts', 'everyday.ts']],
  langid: [
    ['knowledge/search/analyse/guess-language.ts', 'search-language.ts'],
    ['bot/triage/language/detect-language.ts', 'language.ts'],
  ],
  scope: [['bot/triage/find-fitting.ts', 'scope.ts']],
  classification: [['bot/triage/find-category.ts', 'category.ts']],
  wording: [['bot/triage/wording/judge-wording.ts', 'wording.ts']],
} as const satisfies Readonly<Record<string, readonly (readonly [string, string])[]>>;

export type Part = keyof typeof parts;

export function isPart(name: string): name is Part {
  return Object.hasOwn(parts, name);
}

/** From now on whatever is loaded meets the simpler modules; only they themselves may still look at the real ones. */
export function leaveOut(part: Part, root: string): void {
  const stands = new Map(
    parts[part].map(([real, simple]) => [
      pathToFileURL(`${root}/${real}`).href,
      new URL(simple, import.meta.url).href,
    ]),
  );
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      const instead = stands.get(found.url);
      return instead === undefined || instead === context.parentURL ? found : { ...found, url: instead };
    },
  });
}
