import { cleanWording } from '#bot/answers/clean-wording.ts';
import { Category } from '#bot/desk/category.ts';
import type { Desk } from '#bot/desk/desk.ts';
import { NotAllowed, NotFound } from '#bot/errors.ts';
import { workWords } from '#bot/i18n/api-work.ts';
import { maskSecrets } from '#bot/triage/mask-secrets.ts';
import { sharedFolder } from '#knowledge/note.ts';
import { type CaseLesson, draftFromCase } from '#knowledge/review/draft-from-case.ts';
import type { ClosedCase } from '#knowledge/review/work-store.ts';
import { Conflict } from '../api-errors.ts';
import type { CaseDraft, NewNoteSeed } from '../contract/work-contract.ts';
import { blankContent } from '../exchange/blank-content.ts';
import { createNote } from '../notes/create-note.ts';
import type { Reader } from '../notes/note-detail.ts';
import { decisionOf, defineHeap, type Heap } from './heap.ts';
import type { WorkPorts } from './work-ports.ts';

const lately = 90 * 86_400_000;
const mostLooked = 500;

/** What solved cases could teach: drafts to accept, edit or refuse. Nothing becomes a note by itself. */
export function createCaseDraftHeap(ports: WorkPorts): Heap {
  const { work } = ports;
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
    show: async (cases, reader) => cases.map((item) => toItem(item, reader)),
    async decide(deciding, reader) {
      const item = await work.closedCase(deciding.id);
      if (item === null) throw new NotFound(`no draft of case ${deciding.id}`);
      if (!reader.rights.mayEditFolder(folderFor(item, reader))) throw new NotAllowed('another’s site');
      const decision = decisionOf('case-drafts', deciding, reader);
      if (!(await work.decideOnce(decision))) throw new Conflict();
      if (deciding.decision !== 'accept') return null;
      try {
        const { folder, content } = toItem(item, reader).seed;
        return (await createNote({ folder, name: null, content }, reader, ports)).note.id;
      } catch (error) {
        // It was not made, so it is still there to be decided on.
        await work.decide({ ...decision, decision: 'later', until: reader.now });
        throw error;
      }
    },
  });
}

/** The case's site; what has none, or one that is gone, is for every site. */
function folderFor({ siteId }: ClosedCase, { loaded }: Reader): string {
  return siteId !== null && loaded.desk.sites.has(siteId) ? siteId : sharedFolder;
}

function toItem(item: ClosedCase, reader: Reader): CaseDraft {
  const { desk } = reader.loaded;
  const folder = folderFor(item, reader);
  return {
    kind: 'case-drafts',
    id: item.id,
    caseNumber: item.number,
    siteName: folder === sharedFolder ? null : (desk.sites.get(folder)?.name ?? null),
    solvedAt: item.solvedAt.toISOString(),
    closingWords: maskSecrets(item.closingWords).text,
    machineMade: false,
    seed: seedOf(item, folder, lessonOf(item, desk), reader),
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
