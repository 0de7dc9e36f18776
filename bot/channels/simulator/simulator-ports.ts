import type { DeskTime } from '#bot/desk/service-hours.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import type { Explanation, SimulatedPerson } from './chat.ts';

/** What the simulator needs of the house. */
export type SimulatorPorts = {
  /** Where the bot listens, such as `http://127.0.0.1:3978`, without a slash at the end. */
  readonly botUrl: () => string;
  /** Everybody who can be played; see `toSimulatedPeople`. */
  readonly listPeople: () => Promise<readonly SimulatedPerson[]>;
  /** The desk's zone and holidays, for the choices of time. */
  readonly deskTime: () => Promise<DeskTime>;
  /** The bot's clock. */
  readonly now: () => Date;
  /** Moves the bot's clock, which then runs on from there; null sets it right again. */
  readonly setClock: (instant: Date | null) => void;
  /** Called when the clock has been moved: what waits for its time must not wait for the old one. */
  readonly clockMoved?: () => Promise<void>;
  /** Why the bot did what it did with the message of that activity id; null when it is not known any more. */
  readonly explain?: (activityId: string, language: ReplyLanguage) => Explanation | null;
  readonly logger: SimulatorLogger;
  /** A new unique id. */
  readonly newId: () => string;
  /** Milliseconds that Teams waits for the bot's answer: 15 s in the real one. */
  readonly patience?: number;
  /** Milliseconds by a clock that never jumps, for the rate limits. */
  readonly tick?: () => number;
};

export type SimulatorLogger = {
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
};
