import type { Desk } from '#bot/desk/desk.ts';
import type { Case, MachineWords } from '#bot/handoff/case.ts';
import { changeCase } from '#bot/handoff/change-case.ts';
import { startWork } from '#bot/handoff/context.ts';
import { refreshCards } from '#bot/handoff/outbox.ts';
import { createTextCheck, keepChecked } from '#bot/model/check/check-text.ts';
import { composeAnswer } from '#bot/model/compose-answer.ts';
import type { CallFor, LanguageModel } from '#bot/model/language-model.ts';
import { MaskedText } from '#bot/model/masked-text.ts';
import { type ModelModes, modeFor } from '#bot/model/modes.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import type { Deliverer } from './create-deliverer.ts';
import { contextNow, type JobPorts } from './ports.ts';

export type SummarisePorts = JobPorts & {
  readonly model: LanguageModel;
  readonly modes: ModelModes;
  readonly deliverer: Pick<Deliverer, 'deliverAll'>;
};

type Words = Omit<MachineWords, 'at'>;

/**
 * Adds a summary to a new case for whoever takes it, its words in the desk's language, and in mode `suggest` what the
 * model would have answered. Each is checked, and marked where it is shown. Nothing of it is needed by anybody.
 */
export async function summariseCase(ports: SummarisePorts, caseId: string): Promise<void> {
  const item = await ports.storage.stores.cases.get(caseId);
  if (item === null || item.packet.machine !== undefined) return;
  if (modeFor(ports.modes, item.category) === 'off') return;
  const loaded = await ports.deskSource.current();
  const words = await write(ports, item, loaded);
  if (words === null) return;
  const ctx = await contextNow(ports);
  const deliveryIds = await ports.storage.transaction(async (stores) => {
    const work = startWork(stores, ctx);
    const changed = await changeCase(work, caseId, (current) => ({
      ...current,
      packet: { ...current.packet, machine: { at: ctx.at, ...words } },
    }));
    if (changed !== null) await refreshCards(work, changed);
    return work.deliveryIds;
  });
  await ports.deliverer.deliverAll(deliveryIds);
}

async function write(ports: SummarisePorts, item: Case, loaded: LoadedDesk): Promise<Words | null> {
  const call = { upn: null, caseId: item.id };
  const [summary, translation, suggestion] = await Promise.all([
    summarise(ports.model, item, loaded.desk, call),
    translate(ports.model, item, loaded.desk, call),
    suggest(ports, item, loaded, call),
  ]);
  const written = [summary, translation, suggestion].filter((one) => one !== null);
  const [first] = written;
  if (first === undefined) return null;
  return {
    model: first.model,
    prompts: written.map(({ prompt }) => prompt),
    summary: summary?.text ?? null,
    translation: translation?.text ?? null,
    suggestion: suggestion?.text ?? null,
  };
}

type Written = { readonly text: string; readonly model: string; readonly prompt: string } | null;

/** So many words say it as shortly themselves. */
const shortDialogue = 200;

async function summarise(
  model: LanguageModel,
  { packet }: Case,
  desk: Desk,
  call: CallFor,
): Promise<Written> {
  const lines = packet.dialogue.map(({ who, text }) => `${who}: ${text}`).join('\n');
  if (lines.length < shortDialogue) return null;
  const dialogue = MaskedText.of(lines, desk);
  const { language } = desk.settings;
  const made = await model.summarise({ dialogue, language }, call);
  if (made === null) return null;
  const kept = keepChecked(made.text, createTextCheck(dialogue.text, language));
  return kept === '' ? null : { ...made.by, text: kept };
}

/** Only what was not written in the desk's language; the original stays beside it. */
async function translate(
  model: LanguageModel,
  { packet }: Case,
  desk: Desk,
  call: CallFor,
): Promise<Written> {
  const { language } = desk.settings;
  if (packet.language === null || packet.language === language) return null;
  const text = MaskedText.of(packet.symptom, desk);
  const made = await model.translate({ text, to: language }, call);
  if (made === null) return null;
  const kept = keepChecked(made.text, createTextCheck(text.text, language));
  return kept === '' ? null : { ...made.by, text: kept };
}

/** Of the notes for staff that fit, as staff would have read it. */
async function suggest(
  ports: SummarisePorts,
  item: Case,
  loaded: LoadedDesk,
  call: CallFor,
): Promise<Written> {
  if (modeFor(ports.modes, item.category) !== 'suggest') return null;
  const { desk, notes } = loaded;
  const site = item.siteId === null ? null : (desk.sites.get(item.siteId) ?? null);
  const text = item.packet.symptom;
  const found = notes.search({ text, site, audience: 'staff', at: ports.now(), limit: 3 });
  if (found.length === 0) return null;
  const question = { text, notes: found.map(({ note }) => note), language: desk.settings.language };
  const { answer } = await composeAnswer(ports.model, question, { desk, call, onSentences: () => undefined });
  if (answer === null) return null;
  return {
    text: answer.sentences.map((one) => one.text).join(' '),
    model: answer.model,
    prompt: answer.prompt,
  };
}
