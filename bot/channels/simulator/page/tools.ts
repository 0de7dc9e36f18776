import type { SimulatedPerson, Trial } from '../chat.ts';
import { api } from './api.ts';
import { element, find } from './element.ts';
import { fill, type ReplyLanguage, type SimulatorTexts } from './texts.ts';

const allTrials: readonly Trial[] = [
  'too-large',
  'burst',
  'card-version',
  'bad-card',
  'many-actions',
  'text-and-card',
  'phone',
  'unknown-person',
  'busy',
];

export type Tools = {
  show(person: SimulatedPerson): void;
  setInstalled(installed: boolean): void;
  setOnline(online: boolean): void;
};

/** What one can make Teams do with this person, folded away behind a button of the pane. */
export function createTools(
  root: HTMLElement,
  around: () => { texts: SimulatorTexts; language: ReplyLanguage },
): Tools {
  const opener = find(root, '.tools-open', HTMLButtonElement);
  const panel = find(root, '.tools', HTMLElement);
  const installed = find(panel, '.installed', HTMLInputElement);
  const online = find(panel, '.online', HTMLInputElement);
  const said = find(panel, '.said', HTMLElement);
  const trials = find(panel, '.trials', HTMLElement);
  const notInstalled = find(root, '.not-installed', HTMLElement);
  const notOnline = find(root, '.not-online', HTMLElement);
  let person: SimulatedPerson | null = null;

  const warn = (place: HTMLElement, text: string, isFine: boolean) => {
    place.hidden = isFine;
    place.textContent = fill(text, { name: person?.name ?? '' });
  };
  opener.addEventListener('click', () => {
    panel.hidden = !panel.hidden;
    opener.setAttribute('aria-expanded', String(!panel.hidden));
  });
  panel.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    opener.click();
    opener.focus();
  });
  installed.addEventListener('change', () => {
    if (person) void api.setInstalled(person.aadObjectId, installed.checked, around().language);
  });
  online.addEventListener('change', () => {
    if (person) void api.setOnline(person.aadObjectId, online.checked);
  });
  find(panel, '.again', HTMLButtonElement).addEventListener('click', async () => {
    if (!person) return;
    const { done } = await api.deliverAgain(person.aadObjectId);
    said.textContent = done ? '' : around().texts.tools.nothingToRepeat;
  });

  function drawTrial(trial: Trial): HTMLElement {
    const title = around().texts.tools.trial[trial];
    const button = element('button', { type: 'button', class: 'chip' }, title);
    button.addEventListener('click', async () => {
      if (!person) return;
      await api.tryLimit(person.aadObjectId, trial);
      const { busyNext } = around().texts.tools;
      said.textContent = trial === 'busy' ? fill(busyNext, { name: person.name }) : '';
    });
    return button;
  }

  return {
    show(shown) {
      person = shown;
      const { tools } = around().texts;
      opener.title = fill(tools.open, { name: shown.name });
      said.textContent = '';
      trials.replaceChildren(...allTrials.map(drawTrial));
    },
    setInstalled(value) {
      installed.checked = value;
      warn(notInstalled, around().texts.installed.off, value);
    },
    setOnline(value) {
      online.checked = value;
      warn(notOnline, around().texts.tools.offline, value);
    },
  };
}
