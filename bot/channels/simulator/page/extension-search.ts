import { find } from './element.ts';

export type ExtensionSearchCommand = 'my-cases' | 'site-notes';

/** Teams' search beside the message box, folded away behind a button of it as Teams folds it away behind an app. */
export function createExtensionSearch(
  root: HTMLElement,
  onSearch: (command: ExtensionSearchCommand, words: string) => void,
): void {
  const opener = find(root, '.search-open', HTMLButtonElement);
  const form = find(root, '.extension-search', HTMLFormElement);
  const words = find(form, 'input', HTMLInputElement);
  const what = find(form, 'select', HTMLSelectElement);

  const toggle = () => {
    form.hidden = !form.hidden;
    opener.setAttribute('aria-expanded', String(!form.hidden));
    (form.hidden ? opener : words).focus();
  };
  opener.addEventListener('click', toggle);
  form.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') toggle();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    onSearch(what.value === 'my-cases' ? what.value : 'site-notes', words.value);
  });
}
