import type { Person } from '#bot/desk/person.ts';
import type { HandoffContext } from '#bot/handoff/context.ts';
import type { ContractorConnectors } from '#bot/handoff/contractor-connector.ts';
import type { Notifier } from '#bot/handoff/notifier.ts';
import type { HandoffStorage } from '#bot/handoff/stores.ts';
import type { ConversationAddress } from '#bot/reply/address.ts';
import type { DeskSource } from '#bot/triage/desk-source.ts';

/** What the work that runs later needs. Times and ids are given, so that tests decide them. */
export type JobPorts = {
  readonly storage: HandoffStorage;
  readonly deskSource: DeskSource;
  readonly notifier: Notifier;
  readonly connectors: ContractorConnectors;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Data with ids only: never words, names or tokens. */
  readonly log: (event: string, data: Readonly<Record<string, unknown>>) => void;
  /** How to reach somebody who never wrote, where the channel can open a chat by itself; else they are unreachable. */
  readonly firstContact?: (person: Person) => Promise<ConversationAddress | null>;
};

export async function contextNow(ports: JobPorts): Promise<HandoffContext> {
  return { at: ports.now(), newId: ports.newId, loaded: await ports.deskSource.current() };
}
