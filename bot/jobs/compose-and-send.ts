import type { Notifier, ReplyStream } from '#bot/handoff/notifier.ts';
import { composeAnswer } from '#bot/model/compose-answer.ts';
import type { LanguageModel } from '#bot/model/language-model.ts';
import type { ComposeRequest, Sentence } from '#bot/reply/composed-answer.ts';
import type { Envelope, Reply } from '#bot/reply/reply.ts';
import type { DeskSource } from '#bot/triage/desk-source.ts';
import type { JobLogger } from './ports.ts';

export type ComposingPorts = {
  readonly notifier: Notifier;
  readonly model: LanguageModel;
  readonly deskSource: DeskSource;
  readonly logger: JobLogger;
};

/**
 * A notifier that puts an answer in the model's words at the moment of sending, where that was wished for: streamed
 * into a person's own chat, at once elsewhere. Whatever goes wrong with the model, the note itself is sent.
 */
export function createComposingNotifier(ports: ComposingPorts): Notifier {
  return {
    ...ports.notifier,
    async send(message) {
      const wish = wishOf(message.envelope.content);
      if (wish === null || message.replaces !== null || ports.model.rests())
        return ports.notifier.send(message);
      const stream = ports.notifier.openStream?.(message.address, message.envelope) ?? null;
      const envelope = await compose(ports, message.envelope, wish, stream);
      return stream === null ? ports.notifier.send({ ...message, envelope }) : stream.end(envelope);
    },
  };
}

function wishOf(content: Reply): ComposeRequest | null {
  return content.kind === 'answer' ? (content.compose ?? null) : null;
}

async function compose(
  ports: ComposingPorts,
  envelope: Envelope,
  wish: ComposeRequest,
  stream: ReplyStream | null,
): Promise<Envelope> {
  const { desk, notes } = await ports.deskSource.current();
  const found = wish.noteIds.flatMap((id) => notes.get(id) ?? []);
  const question = { text: wish.question, notes: found, language: wish.language };
  const call = { upn: wish.upn, caseId: null };
  const onSentences = (sentences: readonly Sentence[]) => stream?.show(sentences);
  const { answer, dropped } = await composeAnswer(ports.model, question, {
    desk,
    call,
    onSentences,
  });
  if (dropped.length > 0) ports.logger.info({ dropped }, 'Sentences of a model did not stand the check.');
  if (answer === null || envelope.content.kind !== 'answer') return envelope;
  return { ...envelope, content: { ...envelope.content, composed: answer } };
}
