import type { Site } from '#bot/desk/site.ts';
import { toLine } from './text/fold.ts';

/** The word that stands for the site in patterns: "hela Solrosen" is heard as "hela platsen". */
const placeWord = 'platsen';

/** Puts one word in place of the site's name, so that the rules need not know what sites are called. */
export function namePlace(line: string, site: Site | null): string {
  if (site === null) return line;
  const names = [site.name, ...site.aliases].map((name) => toLine(name).trim());
  const longestFirst = names.filter((name) => name.length > 2).sort((a, b) => b.length - a.length);
  return longestFirst.reduce(
    (left, name) =>
      left.replaceAll(` ${name} `, ` ${placeWord} `).replaceAll(` ${name}s `, ` ${placeWord}s `),
    line,
  );
}
