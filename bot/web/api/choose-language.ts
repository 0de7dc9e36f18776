import type { ReplyLanguage } from '#bot/reply/reply.ts';

/** Swedish or English, whichever the reader would rather have; the desk's own when they say neither. */
export function chooseLanguage(acceptLanguage: string | undefined, otherwise: ReplyLanguage): ReplyLanguage {
  const wishes = (acceptLanguage ?? '').slice(0, 500).split(',').map(parseWish);
  const known = wishes.filter((wish) => wish.weight > 0).sort((a, b) => b.weight - a.weight);
  for (const { tag } of known) {
    if (/^sv\b/.test(tag)) return 'sv';
    if (/^en\b/.test(tag)) return 'en';
  }
  return otherwise;
}

function parseWish(wish: string): { tag: string; weight: number } {
  const [tag = '', ...options] = wish.trim().toLowerCase().split(';');
  const quality = options.map((option) => /^\s*q=([\d.]+)\s*$/.exec(option)?.[1]).find(Boolean);
  return { tag, weight: quality === undefined ? 1 : Number(quality) };
}
