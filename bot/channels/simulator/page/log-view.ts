import type { ChatMessage } from '../chat.ts';
import { element } from './element.ts';
import { type MessageScene, renderMessage } from './message-view.ts';

/** Within this many milliseconds messages by one hand belong together. */
const together = 3 * 60_000;
/** Dots that the bot never followed with a message go away by themselves. */
const longestTyping = 10_000;
/** So many milliseconds after another chat was put there, what comes is news again. */
const quietFor = 500;

export type LogView = {
  show(messages: readonly ChatMessage[], scene: MessageScene): void;
  put(message: ChatMessage): void;
  remove(messageId: string): void;
  typing(): void;
};

/** The messages of one chat, oldest first; it stays at the end unless the reader has scrolled back. */
export function createLogView(
  log: HTMLElement,
  options: { onSuggestion: (text: string) => void; empty: () => HTMLElement },
): LogView {
  let messages: ChatMessage[] = [];
  let scene: MessageScene | null = null;
  let dots: ReturnType<typeof setTimeout> | undefined;
  let hushed: ReturnType<typeof setTimeout> | undefined;
  const typing = element('div', { class: 'typing', hidden: true });
  const suggestions = element('div', { class: 'suggestions' });

  // A keyboard scrolls it only when it can have the focus.
  log.tabIndex = 0;

  const drawn = (id: string) => log.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
  const isFresh = () => messages.length === 0;
  const toEnd = () => log.scrollTo({ top: log.scrollHeight });
  let atEnd = true;
  log.addEventListener('scroll', () => {
    atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 120;
  });
  // The line about news above, or a longer draft below, makes the log lower.
  new ResizeObserver(() => atEnd && toEnd()).observe(log);

  function draw(message: ChatMessage, index: number): HTMLElement[] {
    if (!scene) return [];
    const before = messages[index - 1];
    const at = new Date(message.at);
    const newDay = !before || scene.times.day(new Date(before.at)) !== scene.times.day(at);
    const follows = !newDay && isTogether(before, message);
    const day = newDay ? element('p', { class: 'day' }, scene.times.day(at)) : null;
    const view = renderMessage(message, scene, follows);
    return day ? [day, view] : [view];
  }

  /** Another chat is none of the news that a log reads out. */
  function hush(): void {
    clearTimeout(hushed);
    log.setAttribute('aria-live', 'off');
    hushed = setTimeout(() => log.removeAttribute('aria-live'), quietFor);
  }

  function redraw(): void {
    hush();
    log.replaceChildren(...messages.flatMap(draw), suggestions, typing);
    if (isFresh()) log.prepend(options.empty());
    drawSuggestions();
    toEnd();
  }

  function drawSuggestions(): void {
    const buttons = (messages.at(-1)?.suggestions ?? []).map(({ title, value }) => {
      const button = element('button', { type: 'button', class: 'chip' }, title);
      button.addEventListener('click', () => options.onSuggestion(value));
      return button;
    });
    suggestions.replaceChildren(...buttons);
  }

  function stopTyping(): void {
    clearTimeout(dots);
    typing.hidden = true;
  }

  function replace(index: number, message: ChatMessage): void {
    const isNews = lookOf(messages[index]) !== lookOf(message);
    messages[index] = message;
    // Drawn anew it would be read anew.
    if (!isNews) return;
    const old = drawn(message.id);
    const view = draw(message, index).at(-1);
    if (!old || !view) return;
    const hadFocus = old.contains(document.activeElement);
    old.replaceWith(view);
    view.classList.add('changed');
    // The pressed button is gone with the old card: the reader stays at the same place.
    if (hadFocus) view.focus({ preventScroll: true });
  }

  function put(message: ChatMessage): void {
    const follow = atEnd || message.from === 'person';
    const index = messages.findIndex(({ id }) => id === message.id);
    if (message.from === 'bot') stopTyping();
    if (index >= 0) replace(index, message);
    else {
      messages.push(message);
      if (!isFresh()) log.querySelector('.empty')?.remove();
      suggestions.before(...draw(message, messages.length - 1));
    }
    drawSuggestions();
    if (follow) toEnd();
  }

  return {
    show(shown, newScene) {
      const goesOn =
        !isFresh() &&
        scene?.texts === newScene.texts &&
        messages.every(({ id }, index) => shown[index]?.id === id);
      scene = newScene;
      if (goesOn) return shown.forEach(put);
      messages = [...shown];
      typing.replaceChildren(
        ...[1, 2, 3].map(() => element('i', { 'aria-hidden': 'true' })),
        element('span', { class: 'unseen' }, newScene.texts.chat.typing),
      );
      stopTyping();
      redraw();
    },
    put,
    remove(messageId) {
      messages = messages.filter(({ id }) => id !== messageId);
      drawn(messageId)?.remove();
    },
    typing() {
      clearTimeout(dots);
      const follow = atEnd;
      typing.hidden = false;
      dots = setTimeout(stopTyping, longestTyping);
      if (follow) toEnd();
    },
  };
}

/** All that one sees of it: not how often it was changed. */
function lookOf(message: ChatMessage | undefined): string {
  return JSON.stringify({ ...message, revision: (message?.revision ?? 0) > 0 });
}

function isTogether(before: ChatMessage | undefined, message: ChatMessage): boolean {
  if (before?.from !== message.from) return false;
  return Date.parse(message.at) - Date.parse(before.at) < together;
}
