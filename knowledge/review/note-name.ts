const longest = 60;

/** A file name of a–z, 0–9 and hyphens from a title: "Skrivaren på plan 2" → `skrivaren-pa-plan-2`. Never empty. */
export function toNoteName(title: string): string {
  const plain = title
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'notis' : plain;
}
