import type { KeepSafe } from '#bot/conversation/crowd/keep-safe.ts';
import type { IncomingMessage } from '#bot/conversation/incoming-message.ts';
import type { TakeFeedback } from '#bot/conversation/take-feedback.ts';
import type { TurnResult } from '#bot/conversation/turn-result.ts';
import type { StoredAttachment } from '#bot/handoff/stores.ts';
import type { Logger } from '#bot/logger.ts';
import type { ConversationAddress } from '#bot/reply/address.ts';
import type { Envelope, ReplyLanguage } from '#bot/reply/reply.ts';
import type { AdapterPorts } from './create-adapter.ts';
import type { StreamTimes } from './create-notifier.ts';
import type { RenderedMessage } from './render-reply.ts';
import type { ExtensionPorts } from './run-extension.ts';

/** What the channel needs of the house. */
export type TeamsChannelPorts = AdapterPorts & {
  readonly receive: (message: IncomingMessage) => Promise<Pick<TurnResult, 'pressAnswer' | 'replies'>>;
  /** Absent: what takes long is said to be taken all the same. */
  readonly keepSafe?: KeepSafe;
  /** The app was removed for this person: they cannot be reached until it is back. */
  readonly uninstalled: (who: {
    from: IncomingMessage['from'];
    address: ConversationAddress;
  }) => Promise<void>;
  /** Message action and search extension. Absent: they are not answered. */
  readonly beyond?: ExtensionPorts;
  /** Keeps a file that somebody sent. */
  readonly keepFile: (file: StoredAttachment) => Promise<void>;
  /** Addresses of a host name. Default: as the machine resolves it. */
  readonly lookUp?: (host: string) => Promise<readonly string[]>;
  /** A thumb or a reaction on something that was said. */
  readonly feedback: TakeFeedback;
  readonly render: (envelope: Envelope) => RenderedMessage;
  /** How a reply that grows is written, and when. Default: by this machine's clock, in UTC. */
  readonly streaming?: Partial<StreamTimes>;
  /** For the few sentences that the channel says itself, when the client tells no language. */
  readonly language: () => ReplyLanguage;
  readonly logger: Logger;
  /**
   * Milliseconds until the bot shows that it types, and until a press, and a message, are answered though their
   * work goes on. Default: 400, 6,000 and 10,000.
   */
  readonly deadlines?: {
    readonly typing?: number;
    readonly pressAnswered?: number;
    readonly messageAnswered?: number;
    readonly extensionAnswered?: number;
  };
  /** Short and unique: a person quotes it when something failed, the log has it too. */
  readonly newReference: () => string;
};
