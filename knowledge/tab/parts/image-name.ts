/** The file's name when the picture is one of the desk's own. */
export function imageName(source: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(source)) return null;
  return /(?:^|\/)images\/([a-z0-9][a-z0-9._-]*)$/i.exec(source)?.[1] ?? null;
}
