import type { CardRemark, ChatMessage, Explanation, SentPress } from '../chat.ts';
import { renderCard } from './card-view.ts';
import { element } from './element.ts';
import { renderMarkdown } from './libraries.ts';
import { fill, type SimulatorTexts } from './texts.ts';
import type { Times } from './times.ts';
import { createWhy } from './why-view.ts';

export type MessageScene = {
  readonly texts: SimulatorTexts;
  readonly times: Times;
  readonly explain: (activityId: string) => Promise<Explanation | null>;
  /** Who could make a case of a message: whoever is played here first, then the others who are played. */
  readonly caseMakers: () => readonly {
    readonly name: string;
    readonly createCase: (messageId: string) => void;
  }[];
  /** Resolves with a line for under the card, or null when there is nothing to say. */
  readonly press: (press: Omit<SentPress, 'language'>) => Promise<{ text: string; failed: boolean } | null>;
};

/** One message as an element; with `follows` it continues the one before, so who and when are not repeated. */
export function renderMessage(message: ChatMessage, scene: MessageScene, follows: boolean): HTMLElement {
  const { texts, times } = scene;
  if (message.from === 'teams') return renderNotice(message, texts);
  const who = message.from === 'bot' ? texts.chat.bot : texts.chat.you;
  const time = times.time(new Date(message.at));
  const view = element('div', {
    class: `message from-${message.from}${follows ? ' follows' : ''}`,
    role: 'group',
    'aria-label': `${who} ${time}`,
    'data-id': message.id,
    tabindex: -1,
  });
  const updated = message.revision > 0 ? element('span', { class: 'updated' }, texts.chat.updated) : null;
  view.append(element('p', { class: 'meta' }, element('b', {}, who), ` ${time}`, updated));
  if (message.from === 'bot') {
    view.prepend(
      element('img', { class: 'mark', src: '/simulator/page/mark.svg', alt: '', width: 28, height: 28 }),
    );
  }
  view.append(...bodyOf(message, scene), renderMore(message, scene));
  if (message.pending) view.append(element('p', { class: 'pending' }, texts.chat.pending));
  else if (message.from === 'person') {
    const { button, panel } = createWhy(texts, () => scene.explain(message.id));
    view.append(button, panel);
  }
  return view;
}

/** Teams' "…" on a message; unfolds and is pressed with the keyboard, too. */
function renderMore(message: ChatMessage, { texts, caseMakers }: MessageScene): HTMLElement {
  const menu = element('div', { class: 'more-menu' });
  const more = element(
    'details',
    { class: 'more' },
    element('summary', { title: texts.extension.more }, element('span', { 'aria-hidden': 'true' }, '…')),
    menu,
  );
  more.addEventListener('toggle', () => {
    if (!more.open) return;
    const buttons = caseMakers().map(({ name, createCase }, index) => {
      const label = index === 0 ? texts.extension.createCase : fill(texts.extension.createCaseAs, { name });
      const button = element('button', { type: 'button', class: 'chip' }, label);
      button.addEventListener('click', () => {
        more.open = false;
        createCase(message.id);
      });
      return button;
    });
    menu.replaceChildren(...buttons);
  });
  return more;
}

function bodyOf(message: ChatMessage, scene: MessageScene): HTMLElement[] {
  const { texts } = scene;
  const parts = message.cards.map((_, index) => renderCardOf(message, index, scene));
  if (message.text !== '') parts.unshift(renderText(message));
  for (const name of message.attachmentNames) {
    parts.push(element('p', { class: 'bubble file' }, fill(texts.chat.attached, { name })));
  }
  if (message.machine) parts.push(renderMachine(message.machine, texts));
  if (message.remarks.length > 0) parts.push(renderRemarks(message.remarks, texts));
  return parts;
}

/** The label that Teams puts on what a machine made, and where it is from. */
function renderMachine(
  { citations }: NonNullable<ChatMessage['machine']>,
  { chat }: SimulatorTexts,
): HTMLElement {
  const label = element('span', { class: 'machine-label' }, chat.machineMade);
  if (citations.length === 0) return element('p', { class: 'machine' }, label);
  const items = citations.map(({ position, name, abstract }) =>
    element('li', { value: position }, element('b', {}, name), ' ', abstract),
  );
  const sources = element('ol', { class: 'machine-sources', 'aria-label': chat.machineSources }, ...items);
  return element('div', { class: 'machine' }, label, sources);
}

function renderRemarks(remarks: readonly CardRemark[], { remarks: words }: SimulatorTexts): HTMLElement {
  const lines = remarks.map(({ kind, detail }) =>
    element('li', {}, words.kind[kind], ' ', element('code', {}, detail)),
  );
  const title = fill(words.title, { count: remarks.length });
  return element('details', { class: 'remarks' }, element('summary', {}, title), element('ul', {}, ...lines));
}

function renderText(message: ChatMessage): HTMLElement {
  const growing = message.streaming === undefined ? '' : ` ${message.streaming}`;
  const bubble = element('div', { class: `bubble ${message.textFormat}${growing}` });
  // Only markdown-it's own tags come out of it: HTML in the text is written as text.
  if (message.textFormat === 'markdown') bubble.innerHTML = renderMarkdown(message.text);
  else bubble.textContent = message.text;
  return bubble;
}

function renderCardOf(message: ChatMessage, index: number, scene: MessageScene): HTMLElement {
  const { texts } = scene;
  const outcome = element('p', { class: 'outcome', role: 'status' });
  const frame = element('div', { class: 'card', role: 'group', 'aria-label': texts.chat.cardLabel });
  const press = async (action: SentPress['action']) => {
    frame.classList.add('busy');
    const said = await scene.press({ messageId: message.id, card: index, action });
    frame.classList.remove('busy');
    outcome.textContent = said?.text ?? '';
    outcome.classList.toggle('failed', said?.failed ?? false);
  };
  const card = message.cards[index];
  const drawn = card && renderCard(card, (action) => void press(action));
  frame.append(drawn ?? element('p', { class: 'unknown' }, texts.chat.unknownCard), outcome);
  return frame;
}

function renderNotice({ id, notice }: ChatMessage, { notices }: SimulatorTexts): HTMLElement {
  const view = element('div', { class: `notice ${notice?.kind ?? ''}`, 'data-id': id, tabindex: -1 });
  view.append(...linesOf(notice, notices));
  return view;
}

function linesOf(notice: ChatMessage['notice'], notices: SimulatorTexts['notices']): (Node | string)[] {
  switch (notice?.kind) {
    case 'refused':
      return [
        element('b', {}, fill(notices.refusedTitle, { status: notice.status, code: notice.code })),
        element('span', {}, notices.refused[notice.code]),
        notice.detail === '' ? '' : element('code', {}, notice.detail),
      ];
    case 'delivered-again':
      return [fill(notices.deliveredAgain[notice.what], { status: notice.status ?? '–' })];
    case 'back-online':
      return [fill(notices.backOnline, { waited: notice.waited })];
    case 'not-delivered':
      return notice.status === null
        ? [notices.noAnswer]
        : [fill(notices.notDelivered, { status: notice.status })];
    default:
      return [];
  }
}
