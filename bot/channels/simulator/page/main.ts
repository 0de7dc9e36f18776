import type { ChatEvent, SimulatedPerson } from '../chat.ts';
import { api, listen } from './api.ts';
import { createClockView } from './clock-view.ts';
import { find } from './element.ts';
import { createPane, type Side, type Surroundings } from './pane.ts';
import { createSides } from './sides.ts';
import { applyTexts, type ReplyLanguage } from './texts.ts';
import { createTimes } from './times.ts';
import { createWaiting } from './waiting.ts';

const remembered = {
  read: (key: string) => sessionStorage.getItem(`vaktis ${key}`),
  write: (key: string, value: string) => sessionStorage.setItem(`vaktis ${key}`, value),
};

async function readSurroundings(language: ReplyLanguage, timezone: string): Promise<Surroundings> {
  return { language, texts: await api.texts(language), times: createTimes(language, timezone) };
}

/** The one to begin with: who was played last, or the first who suits the side. */
async function firstPerson(side: Side): Promise<SimulatedPerson | null> {
  const last = remembered.read(side);
  const known = last === null ? null : await api.person(last).catch(() => null);
  return known ?? (await api.people('', side)).people[0] ?? null;
}

async function start(): Promise<void> {
  const clock = await api.clock();
  let around = await readSurroundings(remembered.read('language') === 'en' ? 'en' : 'sv', clock.timezone);
  const sides = createSides(find(document, '.sides', HTMLElement));
  const clockView = createClockView(() => around.times);
  const paneOf = (side: Side) => {
    const pane = createPane(side, () => around, { onPick: (person) => void play(side, person) });
    const waiting = createWaiting(
      pane.root,
      () => around.texts,
      (person) => void play(side, person),
    );
    return { ...pane, waiting };
  };
  const panes = { staff: paneOf('staff'), technician: paneOf('technician') };
  const entries = [
    ['staff', panes.staff],
    ['technician', panes.technician],
  ] as const;

  async function play(side: Side, person: SimulatedPerson): Promise<void> {
    remembered.write(side, person.aadObjectId);
    panes[side].waiting.clear(person.aadObjectId);
    await panes[side].play(person);
  }

  async function speak(language: ReplyLanguage): Promise<void> {
    remembered.write('language', language);
    around = await readSurroundings(language, clock.timezone);
    document.documentElement.lang = language;
    document.title = around.texts.page.title;
    applyTexts(document, around.texts);
    clockView.redraw();
    for (const [, pane] of entries) {
      await pane.redraw();
      pane.waiting.redraw();
    }
  }

  async function take(event: ChatEvent): Promise<void> {
    if (event.kind === 'clock') return clockView.show(event.clock);
    const showing = entries.filter(([, pane]) => pane.personId() === event.personId);
    for (const [, pane] of showing) pane.take(event);
    if (event.kind !== 'message' || event.message.from !== 'bot') return;
    for (const [side] of showing) sides.tell(side);
    if (showing.length > 0) return;
    const person = await api.person(event.personId);
    const side = person.handlesCases ? 'technician' : 'staff';
    sides.tell(side);
    // Until somebody chooses, the technician's side follows whom Vaktis turns to.
    if (side === 'technician' && remembered.read(side) === null) await panes[side].play(person);
    else panes[side].waiting.add(person);
  }

  const main = find(document, 'main', HTMLElement);
  main.append(panes.staff.root, panes.technician.root);
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[name=language]')) {
    radio.checked = radio.value === around.language;
    radio.addEventListener('change', () => void speak(radio.value === 'en' ? 'en' : 'sv'));
  }
  clockView.show(clock);
  await speak(around.language);
  const trouble = find(document, '#trouble', HTMLElement);
  for (const [side] of entries) {
    const person = await firstPerson(side);
    if (person) await panes[side].play(person);
  }
  listen({
    onOpen: async () => {
      trouble.hidden = true;
      for (const [, pane] of entries) await pane.refresh();
      document.body.dataset.ready = 'yes';
    },
    onBreak: () => {
      trouble.hidden = false;
    },
    onEvent: (event) => void take(event),
  });
}

await start();
