import { element, find } from './element.ts';
import { fill, type SimulatorTexts } from './texts.ts';

export type Composer = { show(texts: SimulatorTexts, examples: readonly string[]): void };

/** Where one writes: Enter sends, Shift+Enter makes a new line, and the examples are sent at a press. */
export function createComposer(
  root: HTMLElement,
  options: {
    id: string;
    onSend: (message: { text: string; attachmentName: string | null }) => Promise<boolean>;
  },
): Composer {
  const form = find(root, '.composer', HTMLFormElement);
  const field = find(form, 'textarea', HTMLTextAreaElement);
  const attachment = find(form, '.attachment', HTMLElement);
  const detach = find(form, '.detach', HTMLButtonElement);
  const examples = find(form, '.chips', HTMLElement);
  let attached: string | null = null;
  let texts: SimulatorTexts | null = null;

  field.id = `${options.id}-message`;

  function attach(name: string | null): void {
    attached = name;
    attachment.hidden = name === null;
    find(attachment, 'span', HTMLElement).textContent = name;
    if (texts) detach.setAttribute('aria-label', fill(texts.composer.detach, { name: name ?? '' }));
    field.focus();
  }

  async function send(): Promise<void> {
    const text = field.value;
    if (text.trim() === '' && attached === null) return;
    const sending = options.onSend({ text, attachmentName: attached });
    field.value = '';
    grow();
    attach(null);
    // What could not be sent is given back, unless something new is being written.
    if (!(await sending) && field.value === '') {
      field.value = text;
      grow();
    }
  }

  function grow(): void {
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void send();
  });
  field.addEventListener('input', grow);
  find(form, '.attach', HTMLButtonElement).addEventListener('click', () => {
    attach(texts?.composer.attachmentName ?? null);
  });
  detach.addEventListener('click', () => attach(null));

  return {
    show(shown, suggestions) {
      texts = shown;
      examples.replaceChildren(
        ...suggestions.map((text) => {
          const button = element('button', { type: 'button', class: 'chip' }, text);
          button.addEventListener('click', () => void options.onSend({ text, attachmentName: null }));
          return button;
        }),
      );
    },
  };
}
