const longest = 80;
const greeting =
  /^(?:hej(?:san)?|hallå|tjena|god\s?(?:morgon|kväll|dag)|hello|hi|good morning)\b[\s!,.:–-]*/iu;

/** One line that names the matter, in the person's own words: the first sentence that says something. */
export function caseTitle(words: string, fallback: string): string {
  const text = words.replace(/\s+/g, ' ').trim().replace(greeting, '');
  const sentence = /^.{8,}?[.!?](?=\s|$)/u.exec(text)?.[0].replace(/[.!]+$/, '') ?? text;
  const title = shorten(sentence === '' ? words.trim() : sentence);
  return title === '' ? fallback : title;
}

function shorten(text: string): string {
  const characters = [...text];
  if (characters.length <= longest) return text;
  const cut = characters.slice(0, longest - 1).join('');
  const lastSpace = cut.lastIndexOf(' ');
  return `${lastSpace > longest / 2 ? cut.slice(0, lastSpace) : cut}…`;
}
