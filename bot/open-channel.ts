import { renderReply } from '#bot/channels/teams/render-reply.ts';
import { createTeamsChannel, type TeamsChannel } from '#bot/channels/teams/teams-channel.ts';
import type { BeyondChat } from '#bot/conversation/beyond-chat/ports.ts';
import { createKeepSafe } from '#bot/conversation/crowd/keep-safe.ts';
import { identify } from '#bot/conversation/identify.ts';
import { createTakeFeedback } from '#bot/conversation/take-feedback.ts';
import type { ReceiveMessage } from '#bot/conversation/turn-result.ts';
import { currentTrail, referenceOf } from '#bot/trail.ts';
import { createFileLinks, type FileLinks } from '#bot/web/file-links.ts';
import type { AppPorts } from './app.ts';
import { linkToNote, linkToTab } from './channels/teams/link-to-note.ts';
import type { RememberedDesk } from './remember-desk.ts';

/** Where files are opened; null: nowhere. `ownUrl`: where the simulator is reached, once it is. */
export function createLinks(
  { files, storage, clock }: AppPorts,
  ownUrl: () => string | null,
): FileLinks | null {
  if (files === undefined) return null;
  const base = () => files.publicUrl ?? ownUrl();
  return createFileLinks({ base, key: files.key, files: storage.stores.attachments, now: clock.now });
}

/** Teams at the one end, the app at the other. */
export function createChannel(
  ports: AppPorts,
  { desk, fileLinks }: { desk: RememberedDesk; fileLinks: FileLinks | null },
  receive: ReceiveMessage,
  beyond: BeyondChat,
): TeamsChannel {
  const { clock } = ports;
  const options = () => ({
    timezone: desk.latest()?.desk.settings.timezone ?? 'UTC',
    now: clock.now(),
    pictureUrl: (name: string) => ports.editors?.imageLinks?.linkTo(name) ?? null,
    noteUrl: (id: string) => ports.teams && linkToNote(ports.teams.appId, id),
    tabUrl: (area: string) => ports.teams && linkToTab(ports.teams.appId, area),
    fileUrl: (id: string) => fileLinks?.linkTo(id) ?? null,
  });
  return createTeamsChannel({
    ...ports.network,
    settings: ports.teams,
    production: ports.production,
    logger: ports.logger,
    now: clock.now,
    newReference: () => referenceOf(currentTrail()?.id ?? ports.newId()),
    receive,
    ...(ports.waiting ? { keepSafe: createKeepSafe({ store: ports.waiting, logger: ports.logger }) } : {}),
    uninstalled: ({ from }) => forget(ports, desk, from),
    keepFile: (file) => ports.storage.stores.attachments.add(file),
    feedback: createTakeFeedback({ storage: ports.storage, deskSource: desk.source }),
    render: (envelope) => renderReply(envelope, options()),
    beyond: { chat: beyond, options },
    language: () => desk.latest()?.desk.settings.language ?? 'sv',
  });
}

/** The app was removed: routing knows that this person cannot be reached. */
async function forget(
  ports: AppPorts,
  desk: RememberedDesk,
  from: { aadObjectId: string | null; name: string },
): Promise<void> {
  const person = identify(from, (await desk.source.current()).desk);
  await ports.storage.stores.contacts.markUnreachable(person.upn);
}
