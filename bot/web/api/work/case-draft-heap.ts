import { cleanWording } from '#bot/answers/clean-wording.ts';
import { Category } from '#bot/desk/category.ts';
import type { Desk } from '#bot/desk/desk.ts';
import { NotAllowed, NotFound } from '#bot/errors.ts';
import { workWords } from '#bot/i18n/api-work.ts';
import type { SolvedCase } from '#bot/model/draft-writer.ts';
import type { NoteDraft } from '#bot/model/language-model.ts';
import { maskSecrets } from '#bot/triage/mask-secrets.ts';
import { sharedFolder } from '#knowledge/note.ts';
import { type CaseLesson, draftFromCase } from '#knowledge/review/draft-from-case.ts';
import type { ClosedCase } from '#knowledge/review/work-store.ts';
import { Conflict } from '../api-errors.ts';
import { blankContent } from '../contract/blank-content.ts';
import type { CaseDraft, NewNoteSeed } from '../contract/work-contract.ts';
import { createNote } from '../notes/create-note.ts';
import type { Reader } from '../notes/note-detail.ts';
import { acceptOnce, decisionOf, defineHeap, type Heap } from './heap.ts';
import type { WorkPorts } from './work-ports.ts';

const lately = 90 * 86_400_000;
const mostLooked = 500;

/** What solved cases could teach: drafts to accept, edit or refuse. Nothing becomes a note by itself. */
export function createCaseDraftHeap(ports: WorkPorts): Heap {
  const { work, machineDrafts, audit } = ports;
  return defineHeap<ClosedCase>({
    kind: 'case-drafts',
    async find(reader) {
      const since = new Date(reader.now.getTime() - lately);
      const [cases, later] = await Promise.all([
        work.closedCases(since, mostLooked),
        work.decisions('case-drafts', reader.now),
      ]);
      return cases.filter(
        (item) => !later.has(item.id) && reader.rights.mayEditFolder(folderFor(item, reader)),
      );
    },
    async show(cases, reader) {
      const shown = { cases: cases.map(({ id }) => id) };
      if (cases.length > 0)
        await audit?.record({
          by: reader.person.upn,
          action: 'case-opened',
          thing: 'case-drafts',
          facts: shown,
        });
      const drafts = await machineDrafts?.ofCases(cases.map(toSolvedCase), reader.loaded.desk);
      return cases.map((item) => toItem(item, reader, drafts?.get(item.id)));
    },
    async decide(deciding, reader) {
      const item = await work.closedCase(deciding.id);
      if (item === null) throw new NotFound(`no draft of case ${deciding.id}`);
      if (!reader.rights.mayEditFolder(folderFor(item, reader))) throw new NotAllowed('another’s site');
      const decision = decisionOf('case-drafts', deciding, reader);
      if (deciding.decision === 'accept')
        return acceptOnce(work, decision, () => writeDown(item, deciding.machineMade, reader, ports));
      if (!(await work.decideOnce(decision))) throw new Conflict();
      return null;
    },
  });
}

/** What they read is what they get: a model may have written its own meanwhile. */
async function writeDown(
  item: ClosedCase,
  machineMade: boolean | undefined,
  reader: Reader,
  ports: WorkPorts,
): Promise<string> {
  const drafts = machineMade
    ? await ports.machineDrafts?.ofCases([toSolvedCase(item)], reader.loaded.desk)
    : undefined;
  const { folder, content } = toItem(item, reader, drafts?.get(item.id)).seed;
  return (await createNote({ folder, name: null, content }, reader, ports)).note.id;
}

/** The case's site; what has none, or one that is gone, is for every site. */
function folderFor({ siteId }: ClosedCase, { loaded }: Reader): string {
  return siteId !== null && loaded.desk.sites.has(siteId) ? siteId : sharedFolder;
}

function toSolvedCase({ id, dialogue, closingWords, replyLanguage }: ClosedCase): SolvedCase {
  return { caseId: id, dialogue, resolution: closingWords, language: replyLanguage };
}

function toItem(item: ClosedCase, reader: Reader, draft?: NoteDraft): CaseDraft {
  const { desk } = reader.loaded;
  const folder = folderFor(item, reader);
  return {
    kind: 'case-drafts',
    id: item.id,
    caseNumber: item.number,
    siteName: folder === sharedFolder ? null : (desk.sites.get(folder)?.name ?? null),
    solvedAt: item.solvedAt.toISOString(),
    closingWords: maskSecrets(item.closingWords).text,
    machineMade: draft !== undefined,
    seed: seedOf(item, folder, draft ? wordedBy(draft, item, desk) : lessonOf(item, desk), reader),
  };
}

/** What the model wrote, without people's names; what of it is nothing else, the rules say. */
function wordedBy(draft: NoteDraft, item: ClosedCase, desk: Desk): CaseLesson {
  const clean = (text: string) => cleanWording(text, null, desk);
  return {
    title: clean(draft.title) ?? lessonOf(item, desk).title,
    symptoms: draft.symptoms.flatMap((symptom) => clean(symptom) ?? []),
    steps: draft.steps,
  };
}

function lessonOf(item: ClosedCase, desk: Desk): CaseLesson {
  return draftFromCase({
    title: cleanWording(item.title, null, desk),
    category: categoryOf(item),
    symptom: cleanWording(item.symptom, null, desk),
    device: item.device,
    closingWords: maskSecrets(item.closingWords).text,
  });
}

function seedOf(item: ClosedCase, folder: string, lesson: CaseLesson, { language }: Reader): NewNoteSeed {
  const content = blankContent({
    title: lesson.title.slice(0, 200) || item.number,
    category: categoryOf(item),
    sites: folder === sharedFolder ? [] : [folder],
    symptoms: [...lesson.symptoms],
    asset: item.device?.slice(0, 300) ?? null,
    stepsTitle: lesson.steps.length > 0 ? workWords(language).stepsTitle : null,
    steps: [...lesson.steps],
  });
  return { folder, content };
}

function categoryOf({ category }: ClosedCase): Category {
  const known = Category.safeParse(category);
  return known.success ? known.data : 'other';
}
