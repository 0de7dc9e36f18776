import type { PeoplePage, SimulatedPerson } from '../chat.ts';
import { paintAvatar } from './avatar.ts';
import { element, find } from './element.ts';
import { fill, type SimulatorTexts } from './texts.ts';

export type Picker = { show(person: SimulatedPerson, texts: SimulatorTexts): void };

type PickerOptions = {
  readonly id: string;
  readonly search: (words: string) => Promise<PeoplePage>;
  readonly onPick: (person: SimulatedPerson) => void;
};

/** Who is played: a combobox with a list that filters, after https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
export function createPicker(root: HTMLElement, options: PickerOptions): Picker {
  const input = find(root, '.picker-input', HTMLInputElement);
  const popup = find(root, '.picker-popup', HTMLElement);
  const list = find(root, '.picker-list', HTMLElement);
  const hint = find(root, '.picker-hint', HTMLElement);
  let found: readonly SimulatedPerson[] = [];
  let active = -1;
  let current: SimulatedPerson | null = null;
  let words: SimulatorTexts | null = null;
  let asked = 0;
  /** The answer that is waited for; null: the list shows what was asked for last. */
  let coming: Promise<void> | null = null;

  list.id = `${options.id}-people`;
  input.id = `${options.id}-person`;
  input.setAttribute('aria-controls', list.id);

  function search(text: string): void {
    const answer = showFound(text)
      // Without a connection there is none: the page says so, and the list stays as it is.
      .catch(() => undefined)
      .finally(() => {
        if (coming === answer) coming = null;
      });
    coming = answer;
  }

  async function showFound(text: string): Promise<void> {
    const turn = ++asked;
    const page = await options.search(text);
    // A slower answer to an older question must not replace a newer one.
    if (turn !== asked || !words) return;
    // A list that comes late must not take away what the arrow keys have reached.
    const kept = found[active] ?? current;
    found = page.people;
    list.replaceChildren(...found.map(drawOption));
    hint.textContent = hintFor(page, words);
    activate(found.findIndex(({ aadObjectId }) => aadObjectId === kept?.aadObjectId));
    popup.hidden = false;
    input.setAttribute('aria-expanded', 'true');
  }

  function drawOption(person: SimulatedPerson, index: number): HTMLElement {
    const avatar = element('span', { class: 'avatar small', 'aria-hidden': 'true' });
    paintAvatar(avatar, person.name);
    const about = words ? subtitle(person, words) : '';
    const option = element(
      'div',
      { role: 'option', id: `${list.id}-${index}`, 'aria-selected': 'false' },
      avatar,
      element('span', {}, element('b', {}, person.name), element('small', {}, about)),
    );
    // Not `click`: the field would lose its focus first, and the list close under the pointer.
    option.addEventListener('mousedown', (event) => {
      event.preventDefault();
      pick(person);
    });
    return option;
  }

  function activate(index: number): void {
    active = index;
    for (const [place, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(place === index));
    }
    const option = list.children[index];
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  }

  function close(): void {
    asked += 1;
    active = -1;
    popup.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    input.value = current?.name ?? '';
  }

  function pick(person: SimulatedPerson): void {
    current = person;
    close();
    options.onPick(person);
  }

  function onKey(event: KeyboardEvent): void {
    const { key } = event;
    if (key === 'Escape') close();
    const isStep = key === 'ArrowDown' || key === 'ArrowUp';
    if (!isStep && (key !== 'Enter' || popup.hidden)) return;
    event.preventDefault();
    // Whoever types and presses faster than the answer comes means the list that is coming.
    if (coming !== null && !popup.hidden) void coming.then(() => press(key));
    else press(key);
  }

  function press(key: string): void {
    if (key === 'Enter') {
      const person = found[active] ?? (found.length === 1 ? found[0] : undefined);
      if (person && !popup.hidden) pick(person);
    } else if (popup.hidden) search('');
    else if (found.length > 0) {
      const step = key === 'ArrowDown' ? 1 : -1;
      activate((active + step + found.length) % found.length);
    }
  }

  const openAll = () => {
    input.select();
    if (popup.hidden) search('');
  };
  input.addEventListener('focus', openAll);
  input.addEventListener('click', openAll);
  input.addEventListener('input', () => search(input.value));
  input.addEventListener('keydown', onKey);
  input.addEventListener('blur', close);

  return {
    show(person, texts) {
      current = person;
      words = texts;
      input.value = person.name;
      paintAvatar(find(root, '.avatar', HTMLElement), person.name);
      find(root, '.subtitle', HTMLElement).textContent = subtitle(person, texts);
    },
  };
}

function hintFor({ people, total }: PeoplePage, { picker }: SimulatorTexts): string {
  if (total === 0) return picker.none;
  return fill(people.length < total ? picker.more : picker.found, { shown: people.length, total });
}

function subtitle(person: SimulatedPerson, { picker }: SimulatorTexts): string {
  if (!person.listed) return picker.unlisted;
  const what = person.title ?? (person.handlesCases ? picker.caseHandler : null);
  // A technician's sites are those of the rota, so that none of their own is nothing to tell.
  const where = person.siteNames.join(', ') || (person.handlesCases ? null : picker.noSite);
  return [what, where].filter(Boolean).join(' · ');
}
