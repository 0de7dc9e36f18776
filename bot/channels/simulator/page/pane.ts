import type { ChatEvent, SimulatedPerson } from '../chat.ts';
import { api } from './api.ts';
import { createComposer } from './composer.ts';
import { element, find } from './element.ts';
import { createExtensionSearch } from './extension-search.ts';
import type { ExtensionDialog } from './extension-view.ts';
import { createLogView } from './log-view.ts';
import type { MessageScene } from './message-view.ts';
import { createPicker } from './picker.ts';
import { applyTexts, fill, type ReplyLanguage, type SimulatorTexts } from './texts.ts';
import type { Times } from './times.ts';
import { createTools } from './tools.ts';

export type Side = 'staff' | 'technician' | 'dispatcher';
/** What every pane shares, and what changes with the language. */
export type Surroundings = {
  readonly language: ReplyLanguage;
  readonly texts: SimulatorTexts;
  readonly times: Times;
};

export type Pane = {
  readonly root: HTMLElement;
  personId(): string | null;
  person(): SimulatedPerson | null;
  play(person: SimulatedPerson): Promise<void>;
  /** Asks for the chat anew: events may have been missed. */
  refresh(): Promise<void>;
  redraw(): Promise<void>;
  take(event: PersonEvent): void;
  /** Says that in the name of who is played. */
  say(text: string): void;
};

/** What happened to one person. */
export type PersonEvent = Extract<ChatEvent, { personId: string }>;

/** One person's Teams: who it is, the chat, and where one writes. */
export function createPane(
  side: Side,
  around: () => Surroundings,
  options: {
    onPick: (person: SimulatedPerson) => void;
    extension: ExtensionDialog;
    /** Everybody who is played on some side. */
    played: () => readonly SimulatedPerson[];
  },
): Pane {
  const template = find(document, '#pane', HTMLTemplateElement);
  const root = find(document.importNode(template.content, true), '.pane', HTMLElement);
  const log = find(root, '.log', HTMLElement);
  const heading = find(root, 'h2', HTMLElement);
  let person: SimulatedPerson | null = null;
  /** Whose chat stands there. */
  let shownId: string | null = null;
  let asked = 0;
  let isAsking = false;
  /** What came while a chat was asked for: the answer may be older. */
  let missed: PersonEvent[] = [];

  root.classList.add(side);
  heading.id = `${side}-side`;
  root.setAttribute('aria-labelledby', heading.id);

  const say = async (message: { text: string; attachmentName: string | null }) => {
    if (!person) return false;
    const sent = api.say(person.aadObjectId, { ...message, language: around().language });
    return sent.then(
      () => true,
      () => false,
    );
  };
  const picker = createPicker(root, {
    id: side,
    search: (words) => api.people(words, side),
    onPick: options.onPick,
  });
  const composer = createComposer(root, { id: side, onSend: say });
  const logView = createLogView(log, {
    onSuggestion: (text) => void say({ text, attachmentName: null }),
    empty: () =>
      element(
        'div',
        { class: 'empty' },
        element('img', { src: '/simulator/page/mark.svg', alt: '' }),
        element('p', {}, around().texts.chat.empty[side]),
      ),
  });
  const tools = createTools(root, around);

  const press: MessageScene['press'] = async (pressed) => {
    if (!person) return null;
    const { language, texts } = around();
    const failure = { text: texts.notices.pressFailed, failed: true };
    try {
      const result = await api.press(person.aadObjectId, { ...pressed, language });
      if (result.kind === 'offline') return { text: texts.notices.offlinePress, failed: true };
      if (result.kind === 'message') return { text: result.text, failed: false };
      return result.kind === 'failed' ? { ...failure, text: result.text ?? failure.text } : null;
    } catch {
      return failure;
    }
  };

  createExtensionSearch(root, (command, words) => {
    if (person) void options.extension.search(person.aadObjectId, command, words);
  });

  const caseMakers: MessageScene['caseMakers'] = () => {
    const here = person;
    if (!here) return [];
    const others = options.played().filter((other) => other.aadObjectId !== here.aadObjectId);
    return [here, ...others].map(({ name, aadObjectId }) => ({
      name,
      createCase: (messageId) =>
        void options.extension.createCase(aadObjectId, name, here.aadObjectId, messageId),
    }));
  };

  async function refresh(): Promise<void> {
    if (!person) return;
    const { texts, times, language } = around();
    asked += 1;
    const turn = asked;
    missed = [];
    isAsking = true;
    // Without a connection there is no answer; when it is back the chat is asked for again.
    const chat = await api.open(person.aadObjectId, language).catch(() => null);
    // Asked again meanwhile, perhaps for somebody else: that answer is the one to show.
    if (turn !== asked || !chat) return;
    picker.show(chat.person, texts);
    log.setAttribute('aria-label', fill(texts.chat.log, { name: chat.person.name }));
    tools.show(chat.person);
    tools.setInstalled(chat.installed);
    tools.setOnline(chat.online);
    const explain = (activityId: string) => api.explain(around().language, activityId);
    shownId = chat.person.aadObjectId;
    logView.show(chat.messages, { texts, times, press, explain, caseMakers });
    for (const event of missed) apply(event);
    isAsking = false;
  }

  function apply(event: PersonEvent): void {
    if (event.kind === 'message') logView.put(event.message);
    if (event.kind === 'deleted') logView.remove(event.messageId);
    if (event.kind === 'typing') logView.typing();
    if (event.kind === 'installed') tools.setInstalled(event.installed);
    if (event.kind === 'online') tools.setOnline(event.online);
  }

  return {
    root,
    personId: () => person?.aadObjectId ?? null,
    person: () => person,
    async play(chosen) {
      person = chosen;
      await refresh();
    },
    refresh,
    async redraw() {
      const { texts } = around();
      applyTexts(root, texts);
      heading.textContent = texts.sides[side].title;
      composer.show(texts, texts.examples[side]);
      await refresh();
    },
    take(event) {
      if (isAsking) missed.push(event);
      // What stands there while another's chat is asked for is not theirs.
      if (shownId === event.personId) apply(event);
    },
    say: (text) => void say({ text, attachmentName: null }),
  };
}
