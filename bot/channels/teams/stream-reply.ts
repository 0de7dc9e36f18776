import { type Activity, ActivityTypes, type Entity } from 'botbuilder';
import { OutsideSystemFailed } from '#bot/errors.ts';
import type { ReplyStream } from '#bot/handoff/notifier.ts';
import type { Sentence } from '#bot/reply/composed-answer.ts';
import type { Envelope } from '#bot/reply/reply.ts';
import { ConnectorRefused } from './connector-failure.ts';

export type StreamPorts = {
  /** Sends one activity into the chat. @throws OutsideSystemFailed */
  readonly send: (activity: Partial<Activity>) => Promise<string | null>;
  /** Puts a message in the place of the one with that id. @throws OutsideSystemFailed */
  readonly update: (activity: Partial<Activity>, id: string) => Promise<void>;
  /** The whole reply as it is sent when nothing was streamed. */
  readonly sendWhole: (envelope: Envelope) => Promise<{ activityId: string | null }>;
  /** The last activity of the stream, but for what makes it part of it. */
  readonly toFinal: (envelope: Envelope, shown: readonly Sentence[]) => Partial<Activity>;
  /** All that was said so far, as it stands at the beginning of the whole. */
  readonly write: (sentences: readonly Sentence[]) => string;
  /** "I read the notes…" */
  readonly informing: string;
  /** Milliseconds on a steady clock. */
  readonly elapsed: () => number;
  readonly later: (work: () => void, milliseconds: number) => { cancel(): void };
};

/**
 * Teams takes about one request a second; text is gathered meanwhile:
 * https://learn.microsoft.com/microsoftteams/platform/bots/streaming-ux
 */
const between = 1_500;
/** A stream has to end within two minutes. */
const longest = 110_000;

type Ended = 'cancelled' | 'over' | null;

/**
 * One streamed message: a line that says what is done, at once; then all of the text so far, now and again; then the
 * whole message. Requests go one after the other. Where the beginning fails the whole is sent as any other message.
 */
export function streamReply(ports: StreamPorts): ReplyStream {
  const started = ports.elapsed();
  let sequence = 1;
  let wanted: readonly Sentence[] = [];
  let shown: readonly Sentence[] = [];
  let ended: Ended = null;
  let timer: { cancel(): void } | null = null;
  const info = (fields: object): Entity[] => [{ type: 'streaminfo', ...fields }];
  let streamId: string | null = null;
  let busy: Promise<void> = ports
    .send(progress(ports.informing, info({ streamType: 'informative', streamSequence: sequence })))
    .then((id) => {
      streamId = id;
    }, noteEnd);
  let lastAt = started;

  function noteEnd(error: unknown): void {
    ended = readEnd(error) ?? ended;
  }

  function push(): void {
    timer = null;
    busy = busy.then(async () => {
      if (streamId === null || ended !== null || wanted === shown) return;
      sequence += 1;
      lastAt = ports.elapsed();
      const sentences = wanted;
      const fields = { streamId, streamType: 'streaming', streamSequence: sequence };
      await ports.send(progress(ports.write(sentences), info(fields))).then(() => {
        shown = sentences;
      }, noteEnd);
    });
  }

  return {
    show(sentences) {
      wanted = sentences;
      const isLate = ports.elapsed() - started > longest;
      if (timer !== null || isLate) return;
      timer = ports.later(push, Math.max(0, lastAt + between - ports.elapsed()));
    },
    async end(envelope) {
      timer?.cancel();
      await busy;
      if (streamId === null) return ports.sendWhole(envelope);
      // Whoever stopped it does not want the rest.
      if (ended === 'cancelled') return { activityId: streamId };
      const final = ports.toFinal(envelope, shown);
      try {
        if (ended === 'over') await ports.update(final, streamId);
        else await ports.send(asFinal(final, streamId));
        return { activityId: streamId };
      } catch (error) {
        return afterRefusal(ports, { error, envelope, final, streamId });
      }
    },
  };
}

function progress(text: string, entities: Entity[]): Partial<Activity> {
  // Microsoft's own SDK repeats the fields in channelData.
  return { type: ActivityTypes.Typing, text, entities, channelData: fieldsOf(entities) };
}

function asFinal(final: Partial<Activity>, streamId: string): Partial<Activity> {
  const info: Entity = { type: 'streaminfo', streamId, streamType: 'final' };
  const channelData = { ...final.channelData, ...fieldsOf([info]) };
  return { ...final, entities: [info, ...(final.entities ?? [])], channelData };
}

function fieldsOf([info]: readonly Entity[]): object {
  const { type: _type, ...fields } = info ?? { type: '' };
  return fields;
}

type Refused = {
  readonly error: unknown;
  readonly envelope: Envelope;
  readonly final: Partial<Activity>;
  readonly streamId: string;
};

/** A stream that Teams ended by itself is a message like any other now; one that a person stopped stays as it is. */
async function afterRefusal(ports: StreamPorts, { error, envelope, final, streamId }: Refused) {
  const end = readEnd(error);
  if (end === 'cancelled') return { activityId: streamId };
  if (end === null) throw error;
  try {
    await ports.update(final, streamId);
    return { activityId: streamId };
  } catch (second) {
    if (second instanceof OutsideSystemFailed && !second.retryable) return ports.sendWhole(envelope);
    throw second;
  }
}

/** 403 ContentStreamNotAllowed: https://github.com/MicrosoftDocs/msteams-docs (bots/streaming-ux.md), told apart by its words. */
function readEnd(error: unknown): Ended {
  if (!(error instanceof ConnectorRefused) || error.status !== 403) return null;
  return error.streamEnd;
}
