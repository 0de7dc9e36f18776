import { createSpeaker, type Speaker } from '#bot/i18n/speaker.ts';
import type { Envelope } from '#bot/reply/reply.ts';
import { boundEnvelope } from './bound-envelope.ts';
import { clip } from './clip.ts';
import { introduces, isHazardous, sayReply } from './say-reply.ts';

export type TextOptions = {
  /** IANA zone of the desk. */
  readonly timezone: string;
  /** What "today" is measured from; null = dates are written out. */
  readonly now: Date | null;
};

const longest = 20_000;

/** Any reply as plain text (no markup), in the envelope's language. Never holds the value of a secret fact. */
export function renderText(
  envelope: Envelope,
  options: TextOptions = { timezone: 'Europe/Stockholm', now: null },
): string {
  const bounded = boundEnvelope(envelope);
  const speaker = createSpeaker({ language: envelope.language, ...options });
  const { title, lines, inTextOnly } = sayReply(bounded, speaker);
  const all = [...openingLines(bounded, speaker), ...(title ? [title] : []), ...lines, ...inTextOnly];
  return clip(all.join('\n'), longest, speaker.say.talk.shortened);
}

/** What comes before the matter itself: danger first, then who is speaking. */
function openingLines(envelope: Envelope, { say }: Speaker): string[] {
  return [
    ...(isHazardous(envelope.content) ? [say.answers.safety] : []),
    ...(introduces(envelope) ? [say.talk.introduction] : []),
  ];
}
