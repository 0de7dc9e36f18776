/**
 * Opens a note in the tab, in Teams. The tab reads `note-<id>`: see knowledge/tab/host/deep-link.ts.
 * https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application
 */
export function linkToNote(appId: string, noteId: string): string {
  return linkToTab(appId, `note-${noteId}`);
}

/** Opens an area of the tab by its name. */
export function linkToTab(appId: string, place: string): string {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: place }));
  return `https://teams.microsoft.com/l/entity/${appId}/notes?context=${context}`;
}
