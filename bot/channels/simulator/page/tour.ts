import { element, find } from './element.ts';
import { remembered } from './remembered.ts';
import type { SimulatorTexts } from './texts.ts';

const tourSteps = ['advice', 'person', 'why'] as const;
export type TourStep = (typeof tourSteps)[number];

export type Tour = { redraw(): void /** That was tried, in whatever way. */; tried(step: TourStep): void };

/** Three things to try. Put away once, it stays away in this browser; the button in the top brings it back. */
export function createTour(
  texts: () => SimulatorTexts,
  perform: Readonly<Record<TourStep, () => void>>,
): Tour {
  const root = find(document, '#tour', HTMLElement);
  const list = find(root, 'ol', HTMLOListElement);
  const opener = find(document, '#tour-open', HTMLButtonElement);
  const done = new Set<TourStep>();

  function drawStep(step: TourStep): HTMLElement {
    const { steps, done: doneWord } = texts().tour;
    const { title, text, action } = steps[step];
    const isDone = done.has(step);
    const isNext = step === tourSteps.find((one) => !done.has(one));
    const button = element('button', { type: 'button', class: 'step-action' }, action);
    button.addEventListener('click', () => perform[step]());
    return element(
      'li',
      { class: [isDone ? 'done' : '', isNext ? 'next' : ''].join(' ').trim(), 'data-step': step },
      element(
        'div',
        {},
        element('h3', {}, title, isDone ? element('span', { class: 'unseen' }, ` (${doneWord})`) : null),
        element('p', {}, text),
      ),
      button,
    );
  }
  function redraw(): void {
    const focused = list.querySelector('button:focus')?.closest('li')?.dataset.step;
    list.replaceChildren(...tourSteps.map(drawStep));
    if (focused) list.querySelector<HTMLElement>(`[data-step=${focused}] button`)?.focus();
  }
  function show(isShown: boolean): void {
    root.hidden = !isShown;
    opener.setAttribute('aria-expanded', String(isShown));
    remembered.write('tour', isShown ? 'shown' : 'put away');
  }
  opener.addEventListener('click', () => show(root.hasAttribute('hidden')));
  find(root, '.close', HTMLButtonElement).addEventListener('click', () => {
    show(false);
    opener.focus();
  });
  root.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    show(false);
    opener.focus();
  });
  show(remembered.read('tour') !== 'put away');
  return {
    redraw,
    tried(step) {
      if (done.has(step)) return;
      done.add(step);
      redraw();
    },
  };
}
