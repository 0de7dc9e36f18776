import { Category } from '#bot/desk/category.ts';
import { NotFound } from '#bot/errors.ts';
import { messages } from '#bot/i18n/messages.ts';
import { sharedFolder } from '#knowledge/note.ts';
import type { AskedQuestion } from '#knowledge/review/work-store.ts';
import { blankContent } from '../contract/blank-content.ts';
import type { UnansweredCluster } from '../contract/work-contract.ts';
import { createReadingDesk } from '../exchange/reading-desk.ts';
import { createNote } from '../notes/create-note.ts';
import type { Reader } from '../notes/note-detail.ts';
import { acceptOnce, decisionOf, defineHeap, type Heap, laterFor } from './heap.ts';
import { createQuestionClusters, type QuestionCluster } from './question-clusters.ts';
import type { WorkPorts } from './work-ports.ts';

type Group = QuestionCluster & {
  /** The earliest question's number: the same while the cluster grows. */
  readonly id: string;
  /** Null: asked at several sites, or at none. */
  readonly siteId: string | null;
};

/** Asked at so many sites it is everybody's. */
const everywhereFrom = 3;
const wordingsShown = 8;
const longestTitle = 80;

/** What was asked and had no note, the most often first, with the beginning of a note that would answer it. */
export function createUnansweredHeap(ports: WorkPorts): Heap {
  const { work } = ports;
  const clusters = createQuestionClusters(work, ports.understanding);
  const find = async (reader: Reader): Promise<Group[]> =>
    (await clusters(reader.loaded, reader.now))
      .flatMap((cluster) => groupsFor(cluster, reader))
      .sort((a, b) => b.questions.length - a.questions.length);
  return defineHeap<Group>({
    kind: 'unanswered',
    find,
    async show(groups, reader) {
      const titles = await titlesOf(groups, reader, ports);
      return groups.map((group) => toItem(group, reader, titles?.get(titleKey(group))?.title));
    },
    async decide({ id, decision, machineMade }, reader) {
      const groups = await find(reader);
      const group = groups.find(({ questions }) => questions.some(({ seq }) => String(seq) === id));
      if (group === undefined) throw new NotFound(`no question ${id}`);
      const accepted = decisionOf('unanswered', { id: group.id, decision }, reader);
      const write = () => writeDown(group, machineMade, reader, ports);
      const noteId = decision === 'accept' ? await acceptOnce(work, accepted, write) : null;
      await work.setQuestionsAside({
        seqs: group.questions.map(({ seq }) => seq),
        byUpn: reader.person.upn,
        at: reader.now,
        until: decision === 'later' ? new Date(reader.now.getTime() + laterFor) : null,
      });
      return noteId;
    },
  });
}

/** Of what was asked there alone: a title made of other sites' questions is not for whoever sees one site. */
function titleKey({ id, siteId }: Group): string {
  return `${siteId ?? '*'} ${id}`;
}

/** One question is its own title. */
function titlesOf(groups: readonly Group[], { loaded }: Reader, { machineDrafts }: WorkPorts) {
  const nameless = groups
    .filter(({ questions }) => questions.length > 1)
    .map((group) => ({ id: titleKey(group), questions: group.questions.map(({ text }) => text) }));
  return machineDrafts?.ofClusters(nameless, loaded.desk);
}

async function writeDown(
  group: Group,
  machineMade: boolean | undefined,
  reader: Reader,
  ports: WorkPorts,
): Promise<string> {
  const titles = machineMade ? await titlesOf([group], reader, ports) : undefined;
  const { folder, content } = toItem(group, reader, titles?.get(titleKey(group))?.title).seed;
  return (await createNote({ folder, name: null, content }, reader, ports)).note.id;
}

/**
 * The cluster as this reader may do something about it: as one where it is asked all over and they write for every
 * site, else site by site.
 */
function groupsFor({ wording, questions }: QuestionCluster, { rights, loaded }: Reader): Group[] {
  const siteOf = ({ siteId }: AskedQuestion) =>
    siteId !== null && loaded.desk.sites.has(siteId) ? siteId : null;
  const theirs = questions.filter((question) => rights.mayEditFolder(siteOf(question) ?? sharedFolder));
  const bySite = Map.groupBy(theirs, siteOf);
  const isEverywhere = bySite.size >= everywhereFrom && rights.mayEditFolder(sharedFolder);
  const groups = isEverywhere ? [[null, theirs] as const] : [...bySite];
  return groups
    .filter(([, asked]) => asked.length > 0)
    .map(([siteId, asked]) => ({
      id: String(Math.min(...asked.map(({ seq }) => seq))),
      siteId,
      questions: asked,
      wording: asked.some(({ text }) => text === wording) ? wording : (asked[0]?.text ?? wording),
    }));
}

function toItem(group: Group, reader: Reader, machineTitle?: string): UnansweredCluster {
  const { loaded, language } = reader;
  const { desk } = loaded;
  const said = new Set([group.wording, ...group.questions.map(({ text }) => text)]);
  const wordings = [...said].slice(0, wordingsShown);
  const category = categoryOf(group, wordings.join('. '), reader);
  const title = machineTitle ?? titleOf(group.wording);
  return {
    kind: 'unanswered',
    id: group.id,
    title,
    machineMade: machineTitle !== undefined,
    siteId: group.siteId,
    siteName: group.siteId === null ? null : (desk.sites.get(group.siteId)?.name ?? null),
    category: messages(language).words.category[category],
    count: group.questions.length,
    wordings,
    lastAt: new Date(Math.max(...group.questions.map(({ at }) => at.getTime()))).toISOString(),
    seed: {
      folder: group.siteId ?? sharedFolder,
      content: blankContent({
        title,
        category,
        sites: group.siteId === null ? [] : [group.siteId],
        symptoms: wordings,
        owner: desk.people.has(reader.person.upn) ? reader.person.upn : null,
      }),
    },
  };
}

/** What most of them were taken for; else what their words say. */
function categoryOf({ questions }: Group, words: string, { loaded }: Reader): Category {
  const counts = Map.groupBy(questions, ({ category }) => category);
  const [most] = [...counts].sort(([, a], [, b]) => b.length - a.length);
  const known = Category.safeParse(most?.[0]);
  return known.success ? known.data : createReadingDesk(loaded.desk).categoryOf(words);
}

/** The first sentence. */
function titleOf(wording: string): string {
  const sentence = wording.split(/(?<=[.!?])\s/u)[0] ?? wording;
  const cut = sentence.slice(0, longestTitle);
  const short = sentence.length <= longestTitle ? sentence : cut.slice(0, Math.max(cut.lastIndexOf(' '), 20));
  const bare = short.replace(/[.!,]+$/u, '').trim();
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}
