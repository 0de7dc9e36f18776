import type { Envelope } from '#bot/reply/reply.ts';

export type TextOptions = {
  /** IANA zone of the desk. */
  readonly timezone: string;
  /** What "today" is measured from; null = dates are written out. */
  readonly now: Date | null;
};

/** Any reply as plain text (no markup), in the envelope's language. Never holds the value of a secret fact. */
export function renderText(
  envelope: Envelope,
  _options: TextOptions = { timezone: 'Europe/Stockholm', now: null },
): string {
  return envelope.content.kind;
}
