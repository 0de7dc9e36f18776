import type { ChatEvent, SimulatedPerson } from '../chat.ts';
import { api, listen } from './api.ts';
import { createClockView } from './clock-view.ts';
import { find } from './element.ts';
import { createExtensionDialog } from './extension-view.ts';
import { createJournal } from './journal.ts';
import { createPane, type PersonEvent, type Side, type Surroundings } from './pane.ts';
import { remembered } from './remembered.ts';
import { createSides } from './sides.ts';
import { applyTexts, type ReplyLanguage } from './texts.ts';
import { createThemeButton } from './theme.ts';
import { createTimes } from './times.ts';
import { createTour } from './tour.ts';
import { createWaiting } from './waiting.ts';

const allSides = ['staff', 'technician', 'dispatcher'] as const satisfies readonly Side[];

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
  const texts = () => around.texts;
  const extension = createExtensionDialog(() => around);
  const played = () => allSides.flatMap((side) => panes[side].person() ?? []);
  const paneOf = (side: Side) => {
    const onPick = (person: SimulatedPerson) => void play(side, person);
    const pane = createPane(side, () => around, { onPick, extension, played });
    const waiting = createWaiting(pane.root, texts, (person) => void play(side, person));
    return { ...pane, waiting };
  };
  const panes = {
    staff: paneOf('staff'),
    technician: paneOf('technician'),
    dispatcher: paneOf('dispatcher'),
  };
  const all = allSides.map((side) => ({ side, pane: panes[side] }));
  const sides = createSides(find(document, '.sides', HTMLElement), (side) => panes[side].root);
  const clockView = createClockView(() => around.times);
  const theme = createThemeButton(texts);
  const journal = createJournal(() => around);
  const tour = createTour(texts, {
    advice: () => sayAsStaff(0),
    person: () => sayAsStaff(2),
    why: () => [...panes.staff.root.querySelectorAll<HTMLElement>('.why-button')].at(-1)?.click(),
  });
  const sayAsStaff = (example: number) => panes.staff.say(texts().examples.staff[example] ?? '');

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
    for (const part of [clockView, theme, journal, tour]) part.redraw();
    for (const { pane } of all) {
      await pane.redraw();
      pane.waiting.redraw();
    }
  }

  async function take(event: ChatEvent): Promise<void> {
    if (event.kind === 'clock') return clockView.show(event.clock);
    if (event.kind === 'refused') return journal.add(event.refused);
    await takeFor(event);
  }

  async function takeFor(event: PersonEvent): Promise<void> {
    const showing = all.filter(({ pane }) => pane.personId() === event.personId);
    for (const { pane } of showing) pane.take(event);
    if (event.kind !== 'message' || event.message.from !== 'bot') return;
    noticeTried(showing.map(({ side }) => side));
    for (const { side } of showing) sides.tell(side);
    if (showing.length === 0) await tellElsewhere(event.personId);
  }

  function noticeTried(showing: readonly Side[]): void {
    if (showing.includes('staff')) {
      if (panes.staff.root.querySelector('.from-person')) tour.tried('advice');
    } else if (panes.staff.root.querySelector('.from-person')) tour.tried('person');
  }

  /** Somebody whom nobody plays has news: their side shows them, or says so. */
  async function tellElsewhere(personId: string): Promise<void> {
    const person = await api.person(personId);
    const side = person.dispatches ? 'dispatcher' : person.handlesCases ? 'technician' : 'staff';
    sides.tell(side);
    // Until somebody chooses, the sides of those who take cases follow whom Vaktis turns to.
    if (side !== 'staff' && remembered.read(side) === null) await panes[side].play(person);
    else panes[side].waiting.add(person);
  }

  find(document, 'main', HTMLElement).append(...all.map(({ pane }) => pane.root));
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('.why-button')) tour.tried('why');
  });
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[name=language]')) {
    radio.checked = radio.value === around.language;
    radio.addEventListener('change', () => void speak(radio.value === 'en' ? 'en' : 'sv'));
  }
  clockView.show(clock);
  await speak(around.language);
  const trouble = find(document, '#trouble', HTMLElement);
  for (const { side, pane } of all) {
    const person = await firstPerson(side);
    if (person) await pane.play(person);
  }
  listen({
    onOpen: async () => {
      trouble.hidden = true;
      journal.show(await api.refusals());
      for (const { pane } of all) await pane.refresh();
      document.body.dataset.ready = 'yes';
    },
    onBreak: () => {
      trouble.hidden = false;
    },
    onEvent: (event) => void take(event),
  });
}

await start();
