import { z } from 'zod';
import type { BenchPerson } from '../../bench/turn/bench-desk.ts';
import { findAction } from '../../replay/find-action.ts';
import type { HelpdeskTicket } from '../../support/helpdesks/helpdesk.ts';
import type { Happened } from './faults.ts';
import { type Handoff, isApology, isKept } from './people.ts';
import type { Pressed } from './press-cards.ts';
import type { Shown } from './teams.ts';

/** What was asked. */
export type Expected = {
  readonly handoffs: readonly Handoff[];
  readonly pressed: readonly Pressed[];
  readonly handlers: readonly BenchPerson[];
};

/** What people's chats and the contractor's system hold, and when what went wrong around them. */
export type Seen = {
  readonly shown: readonly Shown[];
  readonly tickets: readonly Pick<HelpdeskTicket, 'title' | 'text'>[];
  readonly happened: readonly Happened[];
};

export type Verdict = {
  /** Broken promises, each in a line. */
  readonly broken: readonly string[];
  /** What came twice because nobody could know that it had come, by the fault that made it so. */
  readonly unavoidable: ReadonlyMap<string, number>;
  readonly cases: number;
  readonly tickets: number;
  readonly cards: number;
};

const Words = z.object({
  text: z.string().optional(),
  attachments: z
    .array(z.object({ content: z.object({ fallbackText: z.string().optional() }).optional() }))
    .optional(),
});

/**
 * Compares what was asked with what people and the contractor saw. It knows nothing of how it got there: neither the
 * database nor any code of ours takes part.
 */
export function judge(expected: Expected, seen: Seen): Verdict {
  const broken: string[] = [];
  const unavoidable = new Map<string, number>();
  const byChat = Map.groupBy(seen.shown, ({ conversation }) => conversation);
  let cases = 0;
  for (const handoff of expected.handoffs) {
    const own = byChat.get(handoff.conversation) ?? [];
    const tell = (what: string) => broken.push(`${handoff.word}: ${what}`);
    if (handoff.said.some(({ taken }) => !taken)) tell('something was never taken');
    const answers = own.filter(({ how, body }) => how === 'new' && !isApology(body) && !isKept(body));
    if (answers.length < 2) tell('not everything was answered');
    const numbers = new Set(own.flatMap(({ body }) => wordsOf(body).match(/VK-\d+/g) ?? []));
    if (numbers.size !== 1) tell(numbers.size === 0 ? 'lost: no case' : `cases: ${[...numbers].join(', ')}`);
    const [number] = numbers;
    if (number === undefined) continue;
    cases += 1;
    judgeOwner(handoff, { own, number, expected, seen }, tell);
  }
  for (const { verb, caseId, tries, silent, answer } of expected.pressed) {
    if (isApology(answer) || !tries.some((status) => status >= 200 && status < 300))
      broken.push(`the press ${verb} on ${caseId} was never answered`);
    if (silent > 0) broken.push(`the promised answer to ${verb} on ${caseId} never came`);
  }
  countRepeats(seen, broken, unavoidable);
  const cards = seen.shown.filter(({ how }) => how === 'new').length;
  return { broken, unavoidable, cases, tickets: seen.tickets.length, cards };
}

type About = {
  readonly own: readonly Shown[];
  readonly number: string;
  readonly expected: Expected;
  readonly seen: Seen;
};

/** Somebody has it, one alone, and whoever asked was told so by name. */
function judgeOwner({ whose, word }: Handoff, about: About, tell: (what: string) => void): void {
  const { own, number, expected, seen } = about;
  const said = own.map(({ body }) => wordsOf(body));
  const tickets = seen.tickets.filter(({ title }) => title.startsWith(`[${number}]`));
  // When all technicians have said no it is the contractor's too, by the desk's rules.
  if (whose === 'contractor' || tickets.length > 0) {
    if (tickets.length !== 1) tell(`${tickets.length} tickets for ${number}`);
    if (!tickets.some(({ text }) => text.includes(word))) tell('the ticket lacks their words');
    if (!said.some((words) => words.includes('Stadens servicedesk'))) tell('not told that it is theirs');
    return;
  }
  const owners = expected.handlers.filter(({ aadObjectId }) =>
    expected.pressed.some(
      ({ conversation, verb, answer }) =>
        conversation.endsWith(aadObjectId) &&
        verb === 'resolve' &&
        answer !== null &&
        JSON.stringify(answer).includes(number),
    ),
  );
  if (owners.length !== 1) tell(`${owners.length} finished ${number}`);
  for (const { name } of owners)
    if (!said.some((words) => words.includes(name) && hasTaken.test(words)))
      tell(`not told that ${name} has ${number}`);
  if (!said.some((words) => isDone.test(words))) tell(`not told that ${number} is done`);
}

/** Said last of all it says as well who had it: what was overtaken by it is not said any more. */
const hasTaken = /har tagit|tar hand om|har ärendet|har gjort klart/;
const isDone = /Bytte kabeln/;

/** The same words twice in one chat, or the same offer twice on cards of their own. */
function countRepeats({ shown, happened }: Seen, broken: string[], unavoidable: Map<string, number>): void {
  const fresh = shown.filter(({ how }) => how === 'new');
  for (const copies of Map.groupBy(fresh, keyOf).values()) {
    for (const [index, copy] of copies.entries()) {
      const before = copies[index - 1];
      if (before === undefined) continue;
      const why = whyUnknown(before, happened);
      if (why === null) broken.push(`doubled in ${copy.conversation}: ${wordsOf(copy.body).slice(0, 80)}`);
      else unavoidable.set(why, (unavoidable.get(why) ?? 0) + 1);
    }
  }
}

function keyOf({ conversation, body }: Shown): string {
  const offer = findAction(body, 'accept')?.data;
  return `${conversation} ${offer === undefined ? wordsOf(body) : JSON.stringify(offer)}`;
}

/** How long a send may be under way before the fault that hid its end from the sender. */
const underWay = 3_000;

/** Why the bot could not know that this had arrived; null: it should have known. */
function whyUnknown({ at, fault }: Shown, happened: readonly Happened[]): string | null {
  if (fault !== null) return `teams ${fault}`;
  const around = happened.find(
    ({ kind, from, until }) => hidesArrival(kind) && at > from - underWay && at < until,
  );
  return around?.kind ?? null;
}

/** The process that sent it died or froze, or could not write down that it had been sent. */
function hidesArrival(kind: string): boolean {
  return kind !== 'contractor cut';
}

function wordsOf(body: unknown): string {
  const parsed = Words.safeParse(body);
  if (!parsed.success) return '';
  const { text = '', attachments = [] } = parsed.data;
  return [text, ...attachments.map(({ content }) => content?.fallbackText ?? '')].join('\n');
}
