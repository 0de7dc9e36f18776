import { Category } from '#bot/desk/category.ts';
import { dialogueWords } from '#bot/i18n/dialogue.ts';
import { advanceReport, adviceDidNotHelp, reportSolved, showChosenNote } from './advance-report.ts';
import type { Report } from './conversation-state.ts';
import { handOffReport } from './hand-off-report.ts';
import type { Press } from './incoming-message.ts';
import { pressOnCase } from './press-on-case.ts';
import { pressOnNote } from './press-on-note.ts';
import { startReport } from './reports.ts';
import { showSteps } from './show-steps.ts';
import type { Stores } from './stores.ts';
import { alreadyHandled, type Outcome, type Turn, triageReport } from './turn.ts';

/** A button: on a matter under way, or on a case. Its ids are looked up again; an old card changes nothing. */
export async function onPress(turn: Turn, stores: Stores, press: Press): Promise<Outcome> {
  if (press.verb === 'note-still-true' || press.verb === 'note-needs-change') {
    return pressOnNote(turn, stores, press);
  }
  if (!isAboutReport(press)) return pressOnCase(turn, stores, press);
  if (press.verb === 'talk-to-person' && press.reportId === null) return personWanted(turn, stores);
  const report = turn.state.reports.find((known) => known.id === press.reportId);
  if (report === undefined || isSpent(press, report)) return alreadyHandled(turn);
  return pressOnReport(turn, stores, press, report);
}

/** A person is wanted, and nothing was said yet about why. */
async function personWanted(turn: Turn, stores: Stores): Promise<Outcome> {
  const { presses } = dialogueWords(turn.loaded.desk.settings.language);
  const words = presses['talk-to-person'];
  const line = { at: turn.at, who: 'requester', name: turn.person.name, text: words } as const;
  const start = { id: turn.newId(), at: turn.at, words, dialogue: [line], attachments: [], masked: [] };
  const report = startReport(start);
  return handOffReport(turn, stores, turn.state, report, triageReport(turn, report));
}

const reportVerbs: readonly Press['verb'][] = [
  'solved',
  'not-solved',
  'talk-to-person',
  'all-steps',
  'step',
  'choose-site',
  'choose-category',
  'choose-note',
];

function isAboutReport(press: Press): boolean {
  return reportVerbs.includes(press.verb);
}

/** The press was meant for an earlier state of the matter: its advice was already judged, its question answered. */
function isSpent(press: Press, report: Report): boolean {
  if (press.verb === 'not-solved') {
    const judged = report.attempts.find((attempt) => attempt.noteId === press.noteId);
    return press.noteId !== null && judged?.outcome === 'not-solved';
  }
  if (press.verb === 'choose-site') return report.awaiting !== 'site' || press.value === null;
  if (press.verb === 'choose-category') return report.awaiting === null || press.value === null;
  return false;
}

async function pressOnReport(turn: Turn, stores: Stores, press: Press, report: Report): Promise<Outcome> {
  const pressed = withPress(turn, press, report);
  switch (press.verb) {
    case 'solved':
      return reportSolved(turn, stores, pressed);
    case 'not-solved':
      return adviceDidNotHelp(turn, stores, turn.state, pressed);
    case 'talk-to-person':
      return handOffReport(turn, stores, turn.state, pressed, triageReport(turn, pressed));
    case 'choose-site':
      return chooseSite(turn, stores, press, pressed);
    case 'choose-category':
      return chooseCategory(turn, stores, press, pressed);
    case 'choose-note':
      return (await showChosenNote(turn, stores, pressed, press.value)) ?? alreadyHandled(turn);
    default:
      return showSteps(turn, press, report) ?? alreadyHandled(turn);
  }
}

function withPress(turn: Turn, press: Press, report: Report): Report {
  const { presses } = dialogueWords(turn.loaded.desk.settings.language);
  const { verb } = press;
  if (verb !== 'solved' && verb !== 'not-solved' && verb !== 'talk-to-person') return report;
  const line = { at: turn.at, who: 'requester', name: turn.person.name, text: presses[verb] } as const;
  return { ...report, dialogue: [...report.dialogue, line] };
}

async function chooseSite(turn: Turn, stores: Stores, press: Press, report: Report): Promise<Outcome> {
  const site = press.value === null ? undefined : turn.loaded.desk.sites.get(press.value);
  if (site === undefined) return alreadyHandled(turn);
  const line = { at: turn.at, who: 'requester', name: turn.person.name, text: site.name } as const;
  const settled: Report = {
    ...report,
    siteId: site.id,
    awaiting: null,
    dialogue: [...report.dialogue, line],
  };
  return advanceReport(turn, stores, turn.state, settled);
}

async function chooseCategory(turn: Turn, stores: Stores, press: Press, report: Report): Promise<Outcome> {
  const category = Category.safeParse(press.value);
  if (!category.success) return alreadyHandled(turn);
  return advanceReport(turn, stores, turn.state, { ...report, category: category.data, awaiting: null });
}
