/** Shows somebody by initials, in a colour that stays theirs. Decoration: the name stands beside it. */
export function paintAvatar(avatar: HTMLElement, name: string): void {
  avatar.textContent = initials(name);
  avatar.style.setProperty('--hue', String(hueOf(name)));
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => word?.charAt(0).toLocaleUpperCase('sv') ?? '').join('');
}

function hueOf(name: string): number {
  let sum = 7;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  return sum;
}
