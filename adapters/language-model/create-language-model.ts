import { z } from 'zod';
import type { CallFor, LanguageModel, MachineText, MadeBy } from '#bot/model/language-model.ts';
import type { ModelLeash } from '#bot/settings/language-model-settings.ts';
import { LooseUnderstanding } from '#bot/triage/understanding.ts';
import { type ChatClient, ModelFailed } from './chat-client.ts';
import type { Answered, Leash } from './leash.ts';
import { createLineReader } from './line-reader.ts';
import { type Data, markData } from './mark-data.ts';
import type { Purpose } from './model-call.ts';
import { prompts } from './prompts/index.ts';
import { labelOf, type Prompt } from './prompts/prompt.ts';

export type LanguageModelPorts = {
  readonly client: ChatClient;
  readonly leash: Leash;
  readonly model: string;
  readonly timeouts: ModelLeash['timeouts'];
  /** Letters that nobody can guess. */
  readonly newMark: () => string;
};

const Text = z.object({ text: z.string().trim().min(1).max(2_000) });
const Draft = z.object({
  title: z.string().trim().min(1).max(120),
  symptoms: z.array(z.string().trim().min(1).max(200)).max(3),
  steps: z.array(z.string().trim().min(1).max(400)).min(1).max(12),
});

/** A model behind its leash: each wish becomes a prompt, with its data between marks. */
export function createLanguageModel(ports: LanguageModelPorts): LanguageModel {
  const { timeouts } = ports;
  const background = hedgedWithin(timeouts.background);
  const text = async (
    purpose: Purpose,
    prompt: Prompt,
    data: Data,
    call: CallFor,
  ): Promise<MachineText | null> => {
    const found = await ask(ports, { purpose, prompt, data, call, times: background }, Text);
    return found && { text: found.text, by: madeBy(ports, prompt) };
  };
  return {
    rests: () => ports.leash.rests(),
    async understand({ text: asked, deskLanguage, milliseconds }, call) {
      const data = [
        { name: 'Language of the desk', text: deskLanguage },
        { name: 'Message', text: asked.text },
      ];
      const times = { ...hedgedWithin(milliseconds), second: milliseconds * 0.6 };
      return ask(
        ports,
        { purpose: 'understand', prompt: prompts.understandMessage, data, call, times },
        LooseUnderstanding,
      );
    },
    compose: (asked, call, onLine) => compose(ports, asked, call, onLine),
    summarise: ({ dialogue, language }, call) =>
      text(
        'summarise',
        prompts.summariseCase,
        inLanguage(language, [{ name: 'Dialogue', text: dialogue.text }]),
        call,
      ),
    translate: ({ text: asked, to }, call) =>
      text('translate', prompts.translateReport, inLanguage(to, [{ name: 'Text', text: asked.text }]), call),
    async draftNote({ dialogue, resolution, language }, call) {
      const said = [
        { name: 'Dialogue', text: dialogue.text },
        { name: 'Resolution', text: resolution.text },
      ];
      const wish = { purpose: 'draft-note' as const, prompt: prompts.draftNote, call, times: background };
      const draft = await ask(ports, { ...wish, data: inLanguage(language, said) }, Draft);
      return draft && { ...draft, by: madeBy(ports, prompts.draftNote) };
    },
    nameCluster: ({ questions, language }, call) => {
      const all = questions.map((question) => `- ${question.text}`).join('\n');
      return text(
        'name-cluster',
        prompts.nameCluster,
        inLanguage(language, [{ name: 'Questions', text: all }]),
        call,
      );
    },
  };
}

type Wish = {
  readonly purpose: Purpose;
  readonly prompt: Prompt;
  readonly data: Data;
  readonly call: CallFor;
  readonly times: ReturnType<typeof hedgedWithin>;
};

function hedgedWithin(milliseconds: number) {
  return { second: milliseconds / 2, first: milliseconds, whole: milliseconds };
}

function inLanguage(language: string, data: Data): Data {
  return [{ name: 'Language of the answer (ISO 639-1)', text: language }, ...data];
}

function madeBy({ model }: LanguageModelPorts, prompt: Prompt): MadeBy {
  return { model, prompt: labelOf(prompt) };
}

async function ask<T>(ports: LanguageModelPorts, wish: Wish, schema: z.ZodType<T>): Promise<T | null> {
  const { messages, leaks } = markData(wish.prompt, wish.data, ports.newMark());
  const answered = await ports.leash.run(leashed(wish, messages), async ({ signal, begun }) => {
    const answer = await ports.client.ask(messages, schema, {
      signal,
      name: wish.prompt.name.replaceAll('-', '_'),
    });
    begun();
    if (leaks(answer.content)) throw new ModelFailed('the answer holds the instructions', 'leaked');
    return answer;
  });
  return answered === null ? null : answered.value;
}

function leashed({ purpose, prompt, call, times }: Wish, messages: { system: string; user: string }) {
  return {
    purpose,
    prompt: labelOf(prompt),
    for: call,
    sent: `${messages.system}\n\n${messages.user}`,
    times,
  };
}

async function compose(
  ports: LanguageModelPorts,
  { question, notes, language }: Parameters<LanguageModel['compose']>[0],
  call: CallFor,
  onLine: (line: string) => boolean,
): Promise<MadeBy | null> {
  const { timeouts } = ports;
  const times = { second: timeouts.firstToken / 2, first: timeouts.firstToken, whole: timeouts.answer };
  const numbered = notes.map(({ text }, index) => ({ name: `Note ${index + 1}`, text }));
  const data = inLanguage(language, [...numbered, { name: 'Question', text: question.text }]);
  const wish: Wish = { purpose: 'compose', prompt: prompts.composeAnswer, data, call, times };
  const { messages, leaks } = markData(wish.prompt, data, ports.newMark());
  const answered = await ports.leash.run<Answered>(leashed(wish, messages), ({ signal, begun }) => {
    const quiet = silenceWatch(signal, timeouts.silence);
    const lines = createLineReader((line) => {
      if (leaks(line)) throw new ModelFailed('the answer holds the instructions', 'leaked');
      if (!onLine(line)) throw new ModelFailed('enough was said', 'stopped');
    });
    const onText = (piece: string) => {
      if (!begun()) throw new ModelFailed('another request was quicker', 'stopped');
      quiet.heard();
      lines.take(piece);
    };
    const streamed = ports.client.stream(messages, { signal: quiet.signal, onText });
    return streamed
      .then((answer) => {
        lines.end();
        if (leaks(answer.content)) throw new ModelFailed('the answer holds the instructions', 'leaked');
        return answer;
      })
      .finally(quiet.stop);
  });
  return answered && madeBy(ports, prompts.composeAnswer);
}

/** Ends a stream that has begun and then says nothing for long. */
function silenceWatch(outer: AbortSignal, longest: number) {
  const silent = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  return {
    signal: AbortSignal.any([outer, silent.signal]),
    heard() {
      clearTimeout(timer);
      timer = setTimeout(() => silent.abort(), longest);
    },
    stop: () => clearTimeout(timer),
  };
}
