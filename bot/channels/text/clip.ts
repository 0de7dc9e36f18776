/** At most `max` UTF-16 units of text, cut at a space where there is one near, ending in `mark` when something is gone. */
export function clip(text: string, max: number, mark: string): string {
  if (text.length <= max) return text;
  const room = Math.max(0, max - mark.length);
  const cut = text.slice(0, room).replace(/[\uD800-\uDBFF]$/, '');
  const space = cut.lastIndexOf(' ');
  return (space > room * 0.8 ? cut.slice(0, space) : cut).trimEnd() + mark;
}
