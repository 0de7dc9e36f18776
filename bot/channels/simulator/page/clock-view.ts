import type { ClockView as Clock, ClockChoice } from '../chat.ts';
import { api } from './api.ts';
import { find } from './element.ts';
import type { Times } from './times.ts';

export type ClockView = { show(clock: Clock): void; redraw(): void };

const choices: readonly ClockChoice[] = ['now', 'weekday', 'night', 'holiday'];
const forwardMinutes = 15;

/** The bot's clock, running, the choice of another time of day, and a step forward. */
export function createClockView(times: () => Times): ClockView {
  const face = find(document, '#clock-time', HTMLTimeElement);
  const select = find(document, '#clock-choice', HTMLSelectElement);
  const moved = find(select, 'option[value=moved]', HTMLOptionElement);
  const forward = find(document, '#clock-forward', HTMLButtonElement);
  let ahead = 0;

  function redraw(): void {
    const now = new Date(Date.now() + ahead);
    face.dateTime = now.toISOString();
    face.textContent = times().moment(now);
  }
  function show(clock: Clock): void {
    ahead = Date.parse(clock.now) - Date.now();
    moved.hidden = clock.choice !== 'moved';
    select.value = clock.choice;
    redraw();
  }
  select.addEventListener('change', async () => {
    const choice = choices.find((one) => one === select.value);
    if (choice) show(await api.setClock(choice));
  });
  forward.addEventListener('click', async () => show(await api.forward(forwardMinutes)));
  setInterval(redraw, 5_000);
  return { show, redraw };
}
