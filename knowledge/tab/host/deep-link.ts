/**
 * Where a link into the tab points, as a route. `note-solrosen/skrivaren` (the id, maybe percent-encoded) is a note,
 * `work-stale` a heap of work; an area's own name is that area. Null for anything else.
 */
export function routeOfLink(link: string | null): string | null {
  if (link === null) return null;
  const plain = decode(link);
  const note = /^note-((?:_shared|[a-z0-9-]+)\/[a-z0-9-]+)$/.exec(plain);
  if (note?.[1]) return `/notes/${note[1]}`;
  const work = /^work-([a-z-]+)$/.exec(plain);
  if (work?.[1]) return `/work/${work[1]}`;
  return /^(notes|work|try|insights|desk|exchange)$/.test(plain) ? `/${plain}` : null;
}

/** The other way: what a link to a note carries as Teams' subEntityId. */
export function linkToNote(id: string): string {
  return `note-${id}`;
}

function decode(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
}
