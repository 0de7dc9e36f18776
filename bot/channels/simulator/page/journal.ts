import type { LoggedRefusal } from '../chat.ts';
import { element, find } from './element.ts';
import { fill, type SimulatorTexts } from './texts.ts';
import type { Times } from './times.ts';

export type Journal = {
  show(refusals: readonly LoggedRefusal[]): void;
  add(refused: LoggedRefusal): void;
  redraw(): void;
};

/** All that Teams refused, also what was for nobody and so stands in no chat: a button that counts, and a list. */
export function createJournal(around: () => { texts: SimulatorTexts; times: Times }): Journal {
  const button = find(document, '#journal-open', HTMLButtonElement);
  const dialog = find(document, '#journal', HTMLDialogElement);
  const list = find(dialog, 'ol', HTMLOListElement);
  let refusals: readonly LoggedRefusal[] = [];

  function drawOne({ at, status, code, detail, name }: LoggedRefusal): HTMLElement {
    const { texts, times } = around();
    const who = `${times.time(new Date(at))} · ${name ?? texts.notices.nobody}`;
    return element(
      'li',
      {},
      element('b', {}, fill(texts.notices.refusedTitle, { status, code })),
      element('span', {}, texts.notices.refused[code]),
      element('small', {}, detail === '' ? who : `${who} · ${detail}`),
    );
  }
  function redraw(): void {
    button.hidden = refusals.length === 0;
    find(button, '.badge', HTMLElement).textContent = String(refusals.length);
    list.replaceChildren(...refusals.map(drawOne));
  }
  button.addEventListener('click', () => dialog.showModal());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  find(dialog, '.close', HTMLButtonElement).addEventListener('click', () => dialog.close());
  return {
    show(all) {
      refusals = all;
      redraw();
    },
    add(refused) {
      refusals = [refused, ...refusals];
      redraw();
    },
    redraw,
  };
}
