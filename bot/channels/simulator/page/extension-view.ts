import type { CardJson, ExtensionAnswer } from '../chat.ts';
import { api } from './api.ts';
import { renderCard } from './card-view.ts';
import { element } from './element.ts';
import type { ExtensionSearchCommand } from './extension-search.ts';
import type { ReplyLanguage, SimulatorTexts } from './texts.ts';

type Around = () => { readonly language: ReplyLanguage; readonly texts: SimulatorTexts };
type Found = { readonly card: CardJson; readonly title: string; readonly text: string };

/** What the dialog of a message extension can show; whatever else the bot answered is a failure. */
type Shown =
  | { readonly kind: 'card'; readonly title: string; readonly card: CardJson }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly found: readonly Found[] };

export type ExtensionDialog = {
  /** Skapa ärende: who presses, in whose chat the message stands, and its id. */
  createCase(presserId: string, presserName: string, of: string, messageId: string): Promise<void>;
  search(personId: string, command: ExtensionSearchCommand, words: string): Promise<void>;
};

/** Teams' dialog: kept to the keyboard by the browser itself, and left with Escape. */
export function createExtensionDialog(around: Around): ExtensionDialog {
  const heading = element('h2', { id: 'extension-title' });
  const content = element('div', { class: 'extension-content', 'aria-live': 'polite' });
  const close = element('button', { type: 'button', class: 'chip close' });
  const dialog = element(
    'dialog',
    { id: 'extension', 'aria-labelledby': 'extension-title' },
    heading,
    content,
    close,
  );
  document.body.append(dialog);
  close.addEventListener('click', () => dialog.close());

  function open(title: string, ...parts: (Node | string)[]): void {
    heading.textContent = title;
    close.textContent = around().texts.extension.close;
    content.replaceChildren(...parts);
    if (!dialog.open) dialog.showModal();
  }

  function showForm(answer: ExtensionAnswer, title: string, presserId: string): void {
    const { texts, language } = around();
    const shown = read(answer);
    if (shown?.kind !== 'card') {
      open(title, element('p', {}, shown?.kind === 'text' ? shown.text : texts.notices.pressFailed));
      return;
    }
    let isSending = false;
    const drawn = renderCard(shown.card, async (action) => {
      if (isSending || action.type !== 'Action.Submit') return;
      isSending = true;
      const wish = { kind: 'submit', data: action.data } as const;
      showForm(await api.extension(presserId, wish, language).catch(failed), title, presserId);
    });
    open(title, drawn ?? texts.chat.unknownCard);
  }

  function showFound(found: readonly Found[], title: string, personId: string): void {
    const items = found.map(({ card, title: name, text }) => {
      const button = element('button', { type: 'button' }, element('b', {}, name), element('span', {}, text));
      button.addEventListener('click', () => {
        dialog.close();
        void api.insert(personId, card);
      });
      return element('li', {}, button);
    });
    open(
      title,
      element('p', {}, around().texts.extension.choose),
      element('ul', { class: 'found' }, ...items),
    );
  }

  return {
    async createCase(presserId, presserName, of, messageId) {
      const { texts, language } = around();
      const wish = { kind: 'open', of, messageId } as const;
      const answer = await api.extension(presserId, wish, language).catch(failed);
      showForm(answer, `${texts.extension.createCase} · ${presserName}`, presserId);
    },
    async search(personId, command, words) {
      const { texts, language } = around();
      const shown = read(
        await api.extension(personId, { kind: 'search', command, words }, language).catch(failed),
      );
      const title = texts.extension[command];
      if (shown?.kind === 'list') showFound(shown.found, title, personId);
      else open(title, element('p', {}, shown?.kind === 'text' ? shown.text : texts.notices.pressFailed));
    },
  };
}

const failed = (): ExtensionAnswer => ({ status: null, body: null });

function read({ status, body }: ExtensionAnswer): Shown | null {
  if (status !== 200 || !isRecord(body)) return null;
  const { task, composeExtension: list } = body;
  if (isRecord(task)) return readTask(task);
  if (!isRecord(list)) return null;
  if (list.type === 'message') return { kind: 'text', text: String(list.text) };
  return { kind: 'list', found: Array.isArray(list.attachments) ? list.attachments.flatMap(readFound) : [] };
}

function readTask({ type, value }: CardJson): Shown | null {
  if (type === 'message') return { kind: 'text', text: String(value) };
  if (!isRecord(value) || !isRecord(value.card) || !isRecord(value.card.content)) return null;
  return { kind: 'card', title: String(value.title), card: value.card.content };
}

function readFound(attachment: unknown): Found[] {
  if (!isRecord(attachment) || !isRecord(attachment.content) || !isRecord(attachment.preview)) return [];
  const { content } = attachment.preview;
  if (!isRecord(content)) return [];
  return [{ card: attachment.content, title: plain(content.title), text: plain(content.text) }];
}

/** A preview's words are HTML; a page of its own writes them as text. */
function plain(html: unknown): string {
  const parsed = new DOMParser().parseFromString(String(html), 'text/html');
  return parsed.body.textContent ?? '';
}

function isRecord(value: unknown): value is CardJson {
  return typeof value === 'object' && value !== null;
}
