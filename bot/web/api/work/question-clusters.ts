import { cleanWording } from '#bot/answers/clean-wording.ts';
import type { ReceivePorts } from '#bot/conversation/receive-message.ts';
import type { Desk } from '#bot/desk/desk.ts';
import { unlistedPerson } from '#bot/desk/person.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { clusterQuestions } from '#knowledge/review/cluster-questions.ts';
import type { AskedQuestion, WorkStore } from '#knowledge/review/work-store.ts';
import { wordingKey } from '#knowledge/search/learn/telling-words.ts';

/** Questions alike that had no note, newest first. */
export type QuestionCluster = {
  /** The most typical one. */
  readonly wording: string;
  /** Their texts are without names, numbers and greetings. */
  readonly questions: readonly AskedQuestion[];
};

/** Older ones tell little of what is wanted now. */
const mostQuestions = 1_000;
/** A note that was written since is looked for so many of the largest clusters. */
const mostLookedFor = 200;
/** What no search finds this likely, triage does not answer either. */
const leastProbability = 0.25;

/**
 * What was asked and had no note, by likeness; what a note answers now is left out. Made anew only when there are
 * other questions or other notes.
 */
export function createQuestionClusters(
  work: Pick<WorkStore, 'unanswered' | 'unansweredMark'>,
  understanding: Pick<ReceivePorts, 'triage'>,
): (loaded: LoadedDesk, now: Date) => Promise<readonly QuestionCluster[]> {
  let clustered: {
    readonly mark: string;
    readonly desk: unknown;
    readonly clusters: readonly QuestionCluster[];
  } | null = null;
  let open: { readonly of: unknown; readonly notes: unknown; readonly clusters: QuestionCluster[] } | null =
    null;
  return async (loaded, now) => {
    const mark = await work.unansweredMark(now);
    if (clustered?.mark !== mark || clustered.desk !== loaded.desk) {
      const questions = await work.unanswered(now, mostQuestions);
      clustered = { mark, desk: loaded.desk, clusters: clusterOf(questions, loaded.desk) };
    }
    const { clusters } = clustered;
    if (open?.of !== clusters || open.notes !== loaded.notes) {
      const still = clusters.filter(
        (cluster, place) =>
          place >= mostLookedFor || !isAnsweredNow(cluster, loaded, now, understanding.triage),
      );
      open = { of: clusters, notes: loaded.notes, clusters: still };
    }
    return open.clusters;
  };
}

const greeting = /^(?:hej(?:san)?|hallå|god (?:morgon|dag)|hi|hello)[\s,!.]+/iu;

/** What says nothing (`hej, funkar inte`) belongs to no note. */
function clusterOf(questions: readonly AskedQuestion[], desk: Desk): QuestionCluster[] {
  const telling = questions.flatMap((question) => {
    const text =
      cleanWording(question.text, null, desk)
        ?.replace(greeting, '')
        .replace(/[\s,;:–-]+$/u, '') ?? '';
    return wordingKey(text) === '' ? [] : [{ ...question, text }];
  });
  return clusterQuestions(telling.map(({ text }) => text)).map(({ wording, indexes }) => ({
    wording,
    questions: indexes.flatMap((index) => telling[index] ?? []),
  }));
}

/** Its most typical wording, asked again where it was asked last by somebody of the staff. */
function isAnsweredNow(
  { wording, questions }: QuestionCluster,
  loaded: LoadedDesk,
  at: Date,
  triage: ReceivePorts['triage'],
): boolean {
  const siteId = questions[0]?.siteId ?? null;
  const site = siteId === null ? null : (loaded.desk.sites.get(siteId) ?? null);
  const [best] = loaded.notes.search({ text: wording, site, audience: 'staff', at, limit: 1 });
  if ((best?.probability ?? 0) < leastProbability) return false;
  const from = unlistedPerson({ upn: 'somebody', aadObjectId: null, name: '' });
  const request = { text: wording, from, at, siteId: site?.id ?? null, shownNoteIds: [] };
  return triage(request, loaded, new Map()).decision === 'answer';
}
