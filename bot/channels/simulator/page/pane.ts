import type { ChatEvent, SimulatedPerson } from '../chat.ts';
import { api } from './api.ts';
import { createComposer } from './composer.ts';
import { element, find } from './element.ts';
import { createLogView } from './log-view.ts';
import type { MessageScene } from './message-view.ts';
import { createPicker } from './picker.ts';
import { applyTexts, fill, type ReplyLanguage, type SimulatorTexts } from './texts.ts';
import type { Times } from './times.ts';

export type Side = 'staff' | 'technician';
/** What every pane shares, and what changes with the language. */
export type Surroundings = {
  readonly language: ReplyLanguage;
  readonly texts: SimulatorTexts;
  readonly times: Times;
};

export type Pane = {
  readonly root: HTMLElement;
  personId(): string | null;
  play(person: SimulatedPerson): Promise<void>;
  /** Asks for the chat anew: events may have been missed. */
  refresh(): Promise<void>;
  redraw(): Promise<void>;
  take(event: ChatEvent): void;
};

/** One person's Teams: who it is, the chat, and where one writes. */
export function createPane(
  side: Side,
  around: () => Surroundings,
  options: { onPick: (person: SimulatedPerson) => void },
): Pane {
  const template = find(document, '#pane', HTMLTemplateElement);
  const root = find(document.importNode(template.content, true), '.pane', HTMLElement);
  const log = find(root, '.log', HTMLElement);
  const heading = find(root, 'h2', HTMLElement);
  const installed = find(root, '.switch input', HTMLInputElement);
  const warning = find(root, '.not-installed', HTMLElement);
  let person: SimulatedPerson | null = null;
  let isInstalled = true;

  root.classList.add(side);
  heading.id = `${side}-side`;
  root.setAttribute('aria-labelledby', heading.id);

  const say = (message: { text: string; attachmentName: string | null }) => {
    if (person) void api.say(person.aadObjectId, { ...message, language: around().language });
  };
  const picker = createPicker(root, {
    id: side,
    search: (words) => api.people(words, side),
    onPick: options.onPick,
  });
  const composer = createComposer(root, { id: side, onSend: say });
  const logView = createLogView(log, {
    onSuggestion: (text) => say({ text, attachmentName: null }),
    empty: () => element('p', { class: 'empty' }, around().texts.chat.empty[side]),
  });
  installed.addEventListener('change', () => {
    if (person) void api.setInstalled(person.aadObjectId, installed.checked, around().language);
  });

  const press: MessageScene['press'] = async (pressed) => {
    if (!person) return null;
    const { language, texts } = around();
    const failure = { text: texts.notices.pressFailed, failed: true };
    try {
      const result = await api.press(person.aadObjectId, { ...pressed, language });
      if (result.kind === 'message') return { text: result.text, failed: false };
      return result.kind === 'failed' ? { ...failure, text: result.text ?? failure.text } : null;
    } catch {
      return failure;
    }
  };

  function showInstalled(value: boolean): void {
    isInstalled = value;
    installed.checked = value;
    warning.hidden = isInstalled;
    warning.textContent = fill(around().texts.installed.off, { name: person?.name ?? '' });
  }

  async function refresh(): Promise<void> {
    if (!person) return;
    const { texts, times, language } = around();
    const chat = await api.open(person.aadObjectId, language);
    // Somebody else may have been chosen meanwhile.
    if (chat.person.aadObjectId !== person.aadObjectId) return;
    picker.show(person, texts);
    log.setAttribute('aria-label', fill(texts.chat.log, { name: person.name }));
    showInstalled(chat.installed);
    logView.show(chat.messages, { texts, times, press });
  }

  return {
    root,
    personId: () => person?.aadObjectId ?? null,
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
      if (event.kind === 'message') logView.put(event.message);
      if (event.kind === 'deleted') logView.remove(event.messageId);
      if (event.kind === 'typing') logView.typing();
      if (event.kind === 'installed') showInstalled(event.installed);
    },
  };
}
