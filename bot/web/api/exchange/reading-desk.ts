import type { Category } from '#bot/desk/category.ts';
import { Category as CategorySchema } from '#bot/desk/category.ts';
import type { Desk } from '#bot/desk/desk.ts';
import { exchangeWords } from '#bot/i18n/api-exchange.ts';
import { messages } from '#bot/i18n/messages.ts';
import { chooseCategory, scoreWords } from '#bot/triage/find-category.ts';
import { hear } from '#bot/triage/hear.ts';
import { judgeWording } from '#bot/triage/wording/judge-wording.ts';
import type { ReadingDesk } from './imported.ts';

/** A name shorter than this stands in texts by chance. */
const shortestName = 4;

/** What reading a file takes from the desk. */
export function createReadingDesk(desk: Desk): ReadingDesk {
  const byName = new Map<string, string>();
  for (const site of desk.sites.values()) {
    for (const name of [...site.aliases, site.name, site.id]) byName.set(fold(name), site.id);
  }
  const categories = categoryNames();
  return {
    siteNamed: (name) => byName.get(fold(name)) ?? null,
    siteMentioned(text) {
      const line = ` ${fold(text)} `;
      const found = [...byName].filter(([name]) => name.length >= shortestName && line.includes(` ${name} `));
      const ids = new Set(found.map(([, id]) => id));
      return ids.size === 1 ? ([...ids][0] ?? null) : null;
    },
    categoryOf(text) {
      const { line, matter } = hear(text);
      return chooseCategory(line, scoreWords(matter), [], judgeWording(line)).id ?? 'other';
    },
    categoryNamed: (name) => categories.get(fold(name)) ?? null,
    stepsTitle: exchangeWords(desk.settings.language).stepsTitle,
  };
}

function categoryNames(): Map<string, Category> {
  const names = new Map<string, Category>(CategorySchema.options.map((id) => [fold(id), id]));
  for (const language of ['en', 'sv'] as const) {
    for (const id of CategorySchema.options) names.set(fold(messages(language).words.category[id]), id);
  }
  return names;
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
