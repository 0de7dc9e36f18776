import { randomUUID } from 'node:crypto';
import { renderReply } from '#bot/channels/teams/render-reply.ts';
import { renderText } from '#bot/channels/text/render-text.ts';
import type { Storage } from '#bot/conversation/stores.ts';
import type { Person } from '#bot/desk/person.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { chatWords } from './chat-words.ts';
import { type Choice, type ChoiceInput, choicesOf } from './choices.ts';
import { type Arrived, createRehearsal, type Understanding } from './rehearsal.ts';

export type Talk = {
  begin(person: Person): Promise<void>;
  /** @returns false when the talk is over. */
  take(line: string): Promise<boolean>;
};

type Parts = {
  readonly storage: Storage;
  readonly loaded: LoadedDesk;
  readonly now: () => Date;
  readonly print: (text: string) => void;
  /** Absent: by words alone. */
  readonly understanding?: Understanding;
};

/** A press whose inputs are being asked for, one line each. */
type Filling = { readonly choice: Choice; readonly filled: Readonly<Record<string, string>> };

/** The talk of one person at a time; what comes to others waits until they are played. */
export function createTalk(parts: Parts): Talk {
  const { loaded, print } = parts;
  const inboxes = new Map<string, readonly Arrived[]>();
  let person: Person | null = null;
  let choices: readonly Choice[] = [];
  let filling: Filling | null = null;

  const show = (arrived: Arrived) => {
    const shown = draw(arrived, parts, choices.length);
    choices = [...choices, ...shown.choices];
    print(shown.text);
  };
  const onMessage = (arrived: Arrived) => {
    const { upn, isUpdate } = arrived;
    if (upn === person?.upn) return show(arrived);
    inboxes.set(upn, [...(inboxes.get(upn) ?? []), arrived]);
    const name = loaded.desk.people.get(upn)?.name ?? upn;
    if (!isUpdate) print(`${chatWords.elsewhere(name, upn)}\n`);
  };
  const rehearsal = createRehearsal({ ...parts, newId: randomUUID, random: Math.random, onMessage });

  async function become(next: Person, words: string): Promise<void> {
    person = next;
    choices = [];
    print(`${words}\n`);
    const waiting = inboxes.get(next.upn) ?? [];
    inboxes.delete(next.upn);
    for (const arrived of waiting) show(arrived);
    if (waiting.length === 0) await rehearsal.arrive(next);
  }
  async function switchTo(upn: string): Promise<void> {
    const next = loaded.desk.people.get(upn.toLowerCase());
    filling = null;
    if (next) await become(next, chatWords.goOn(next.name));
    else print(chatWords.unknownPerson(upn));
  }
  /** Asks for the next input, or presses when all are filled. */
  async function goOn(actor: Person, begun: Filling): Promise<void> {
    const next = nextInput(begun);
    filling = next ? begun : null;
    if (next) return print([chatWords.fill(next.label), ...next.options.map(nameOption)].join('\n'));
    const press = begun.choice.toPress(begun.filled);
    choices = [];
    if (press) await rehearsal.press(actor, press);
  }
  async function fill(actor: Person, begun: Filling, text: string): Promise<void> {
    const input = nextInput(begun);
    const value = input && readValue(input, text);
    filling = null;
    if (input === undefined || value === undefined) return print(chatWords.notGiven);
    await goOn(actor, { ...begun, filled: { ...begun.filled, [input.id]: value } });
  }
  async function takeTurn(actor: Person, text: string): Promise<void> {
    const choice = /^\d+$/.test(text) ? choices[Number(text) - 1] : undefined;
    if (choice) return goOn(actor, { choice, filled: {} });
    choices = [];
    await rehearsal.say(actor, text);
  }

  return {
    begin: (first) => become(first, chatWords.begin(first.name)),
    async take(line) {
      const text = line.trim();
      if (text === '/quit') return false;
      if (text.startsWith('/as ')) await switchTo(text.slice(4).trim());
      else if (text !== '' && person !== null) {
        await (filling ? fill(person, filling, text) : takeTurn(person, text));
      }
      return true;
    },
  };
}

/** A message as text, its buttons numbered on from those before. */
function draw({ envelope, isUpdate }: Arrived, { loaded, now }: Parts, before: number) {
  const options = { timezone: loaded.desk.settings.timezone, now: now() };
  const choices = choicesOf(renderReply(envelope, options).card);
  const numbered = choices.map(({ title }, index) => `  [${before + index + 1}] ${title}`);
  const lines = [...(isUpdate ? [chatWords.updated] : []), renderText(envelope, options), ...numbered, ''];
  return { choices, text: lines.join('\n') };
}

function nextInput({ choice, filled }: Filling): ChoiceInput | undefined {
  return choice.inputs.find(({ id }) => !(id in filled));
}

function nameOption({ title }: ChoiceInput['options'][number], index: number): string {
  return `  [${index + 1}] ${title}`;
}

/** An option by its number or its own words; free text as it is. */
function readValue({ options }: ChoiceInput, text: string): string | undefined {
  if (options.length === 0) return text;
  const named = options.find(({ title, value }) => title === text || value === text);
  return (options[Number(text) - 1] ?? named)?.value;
}
