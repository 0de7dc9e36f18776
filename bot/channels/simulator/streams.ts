import { z } from 'zod';
import type { BotActivity } from './bot-activity.ts';
import type { Refusal } from './refuse.ts';

/** https://learn.microsoft.com/microsoftteams/platform/bots/streaming-ux */
const longestStream = 120_000;
const longestInformation = 1_000;
/** One request a second. */
const between = 1_000;

const StreamInfo = z.looseObject({
  type: z.literal('streaminfo'),
  streamType: z.enum(['informative', 'streaming', 'final']),
  streamId: z.string().optional(),
  streamSequence: z.number().int().positive().optional(),
});
type StreamInfo = z.infer<typeof StreamInfo>;

type Open = {
  readonly id: string;
  readonly since: number;
  sequence: number;
  at: number;
  text: string;
};

/** What an activity is to the chat's stream. */
export type StreamStep =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'begun' | 'grown' | 'ended'; readonly id: string; readonly informs: boolean };

export type Streams = {
  /** Judges the next activity in that chat, and remembers it when Teams would take it. */
  take(chat: string, activity: BotActivity): StreamStep;
};

/** Streamed messages as Teams takes them: one at a time in a chat, in order, each holding all of the one before. */
export function createStreams(ports: { newId: () => string; elapsed: () => number }): Streams {
  const open = new Map<string, Open>();
  return {
    take(chat, activity) {
      const info = infoOf(activity);
      if (info === null) return { kind: 'none' };
      if (info === 'unreadable') return refused('streaminfo is not the documented shape');
      const now = ports.elapsed();
      const known = open.get(chat) ?? null;
      const stream = known !== null && now - known.since <= longestStream ? known : null;
      if (stream === null && known !== null && info.streamId === known.id) {
        open.delete(chat);
        return notAllowed('Content stream is not allowed: message exceeded streaming time');
      }
      const step =
        info.streamId === undefined ? begin(stream, activity, info) : goOn(stream, activity, info, now);
      if (step !== null) return step;
      const id = stream?.id ?? ports.newId();
      if (info.streamType === 'final') open.delete(chat);
      else open.set(chat, { ...grown(stream, activity, info), id, since: stream?.since ?? now, at: now });
      const kind = info.streamType === 'final' ? 'ended' : stream === null ? 'begun' : 'grown';
      return { kind, id, informs: info.streamType === 'informative' };
    },
  };
}

function grown(
  stream: Open | null,
  activity: BotActivity,
  info: StreamInfo,
): Pick<Open, 'sequence' | 'text'> {
  const text = info.streamType === 'streaming' ? (activity.text ?? '') : (stream?.text ?? '');
  return { sequence: info.streamSequence ?? 0, text };
}

/** Null: Teams takes it. */
function begin(stream: Open | null, activity: BotActivity, info: StreamInfo): StreamStep | null {
  if (stream !== null) return notAllowed('Content stream is not allowed: another one is open in this chat');
  if (info.streamType === 'final') return refused('the end of a stream names its streamId');
  if (info.streamSequence !== 1) return refused('streamSequence begins with 1');
  return judgeProgress(activity, info);
}

function goOn(stream: Open | null, activity: BotActivity, info: StreamInfo, now: number): StreamStep | null {
  if (stream === null || stream.id !== info.streamId)
    return notAllowed('Content stream is not allowed: it has already completed');
  if (info.streamType === 'final') return judgeEnd(activity, info);
  if ((info.streamSequence ?? 0) <= stream.sequence) return refused('streamSequence does not grow');
  if (info.streamType === 'streaming' && !(activity.text ?? '').startsWith(stream.text))
    return refused('the text does not begin with what was streamed before');
  if (now - stream.at < between)
    return {
      kind: 'refused',
      refusal: { status: 429, code: 'TooManyRequests', detail: 'one update a second', retryAfter: 1 },
    };
  return judgeProgress(activity, info);
}

function judgeProgress(activity: BotActivity, info: StreamInfo): StreamStep | null {
  if (activity.type !== 'typing') return refused('what is streamed is of type typing');
  if ((activity.attachments ?? []).length > 0) return refused('attachments come with the end of a stream');
  if (!activity.text?.trim()) return refused('a stream without text');
  const isLong = info.streamType === 'informative' && activity.text.length > longestInformation;
  return isLong ? refused(`an informative text of more than ${longestInformation} characters`) : null;
}

function judgeEnd(activity: BotActivity, info: StreamInfo): StreamStep | null {
  if (activity.type !== 'message') return refused('the end of a stream is of type message');
  if (info.streamSequence !== undefined) return refused('the end of a stream has no streamSequence');
  return activity.text?.trim() ? null : refused('the end of a stream without text');
}

function refused(detail: string): StreamStep {
  return { kind: 'refused', refusal: { status: 400, code: 'BadSyntax', detail } };
}

function notAllowed(detail: string): StreamStep {
  return { kind: 'refused', refusal: { status: 403, code: 'ContentStreamNotAllowed', detail } };
}

function infoOf({ entities }: BotActivity): StreamInfo | 'unreadable' | null {
  const found = (entities ?? []).filter((entity) => entity.type === 'streaminfo');
  if (found.length === 0) return null;
  const parsed = StreamInfo.safeParse(found[0]);
  return found.length === 1 && parsed.success ? parsed.data : 'unreadable';
}
