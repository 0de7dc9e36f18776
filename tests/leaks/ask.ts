import { z } from 'zod';
import type { ActivityJson } from '../support/activities.ts';
import { type Crowd, fromCrowd, teamsPerson, type Who } from './leak-desk.ts';
import { inThread, type LeakWorld, type TeamsPerson } from './leak-world.ts';
import type { Entrance } from './markers.ts';
import type { Ids } from './plant.ts';
import type { FollowUp, Target } from './questions.ts';
import { type Reader, readerNamed, readerOf, readerOfPath } from './readers.ts';

/** One question, ready to be put. */
export type Question = {
  readonly entrance: Exclude<Entrance, 'log' | 'ticket'> | 'ticket';
  readonly target: Target;
  readonly text: string;
  readonly trick: string;
  readonly followUp: FollowUp;
  /** Who asks in Teams: the `n`th of them. */
  readonly crowd: Crowd | 'unlisted';
  readonly n: number;
  /** Somebody of the desk who asks instead: one of those who have cases. */
  readonly named: Who | null;
  /** Who asks in the tab; null: nobody who is signed in. */
  readonly inTab: Who | null;
  /** From 0 to 1: which of the many routes, verbs and shapes. */
  readonly choice: number;
};

/** Something that somebody read. */
export type Said = { readonly reader: Reader; readonly entrance: Entrance; readonly text: string };

/** Puts the question where it belongs, and gives back everything that anybody was told. */
export async function ask(world: LeakWorld, question: Question, ids: Ids): Promise<Said[]> {
  const { crowd, n, named } = question;
  const person = named === null ? fromCrowd(crowd, n) : teamsPerson(named);
  const answered = await put(world, question, person, ids);
  const sent = world.takeSent().map(({ path, body }): Said => {
    const { entrance } = question;
    const where = path.includes(world.thread) ? 'channel' : entrance === 'channel' ? 'chat' : entrance;
    const inTeams = where === 'ticket' || where === 'tab' ? 'chat' : where;
    return { reader: readerOfPath(path), entrance: inTeams, text: JSON.stringify(body) };
  });
  return [...answered, ...sent];
}

async function put(
  world: LeakWorld,
  question: Question,
  person: TeamsPerson,
  ids: Ids,
): Promise<readonly Said[]> {
  const { entrance } = question;
  const told = (posted: { body: unknown }): Said => ({
    reader: entrance === 'tab' ? tabReader(question.inTab) : readerOf(person.aadObjectId),
    entrance,
    text: typeof posted.body === 'string' ? posted.body : JSON.stringify(posted.body),
  });
  switch (entrance) {
    case 'chat':
    case 'ticket':
      return (await talk(world, question, person)).map(told);
    case 'channel':
      return [told(await world.post(person, 'channel-mention', inThread(question.text)))];
    case 'press':
      return [told(await press(world, question, person, ids))];
    case 'search':
      return [told(await search(world, question, person))];
    case 'form':
      return [told(await openForm(world, question, person))];
    case 'tab': {
      const answer = await callTab(world, question);
      return [told({ body: `${JSON.stringify(answer.body)} ${JSON.stringify([...answer.headers])}` })];
    }
  }
}

function tabReader(who: Who | null): Reader {
  return who === null ? { name: 'nobody', parties: [], owns: [], id: null } : readerNamed(who);
}

async function talk(world: LeakWorld, { text, followUp }: Question, person: TeamsPerson) {
  const say = (words: string) => world.post(person, 'personal-message', { text: words });
  const posted = [await say(text)];
  const id = world.lastId();
  const press = (verb: string) =>
    world.post(person, 'execute-press', {
      value: { action: { type: 'Action.Execute', verb, data: {} }, trigger: 'manual' },
    });
  if (followUp === 'again') posted.push(await say(`Ja, just det. ${text}`));
  if (followUp === 'not solved') posted.push(await say('det hjälpte inte, visa mer'));
  if (followUp === 'human') posted.push(await say('jag vill prata med en människa'));
  if (followUp === 'all steps') posted.push(await press('all-steps'), await press('status'));
  if (followUp === 'edited') {
    posted.push(await world.post(person, 'edited', { id, text: `${text} med allt som hör till` }));
  }
  if (followUp === 'deleted') posted.push(await world.post(person, 'deleted', { id }));
  if (followUp === 'reaction') posted.push(await world.post(person, 'reaction', { replyToId: id }));
  return posted;
}

const verbs = (
  'show-case show-secret accept status my-cases cancel-case confirm-resolved not-resolved answer-question ' +
  'pass-on tell-requester ask-requester hold resume resolve split reprioritise board announce confirm-note ' +
  'note-still-true note-needs-change add-symptom correct-note approve-row back-at-work all-steps solved not-solved'
).split(' ');

/** Those whose answer is the case itself. */
const telling = ['show-case', 'accept', 'show-secret', 'status', 'pass-on'];

function press(world: LeakWorld, { target, text, choice }: Question, person: TeamsPerson, ids: Ids) {
  const at = <T>(all: readonly T[], by: number) => all[Math.floor(choice * by) % Math.max(1, all.length)];
  const isCase = target.kind === 'another’s case';
  const verb = at(isCase ? telling : verbs, 9_973) ?? 'status';
  const data = {
    verb,
    caseId: at(ids.cases, 131) ?? null,
    offerId: at(ids.offers, 131) ?? null,
    noteId: target.id.includes('/') ? target.id : 'solen/skapet',
    reportId: null,
    value: target.kind === 'secret fact' ? target.id : target.id,
    text,
  };
  const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
  return world.post(person, 'execute-press', { value });
}

const elsewhere: ActivityJson = {
  id: '19:kollegor@thread.v2',
  isGroup: true,
  conversationType: 'groupChat',
  tenantId: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
};

function search(world: LeakWorld, { text, choice }: Question, person: TeamsPerson) {
  const commandId = choice < 0.75 ? 'site-notes' : 'my-cases';
  const parameters =
    choice < 0.05 ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'query', value: text }];
  return world.post(person, 'extension-query', {
    conversation: elsewhere,
    value: { commandId, parameters, queryOptions: { skip: 0, count: 25 } },
  });
}

function openForm(world: LeakWorld, { text, n }: Question, person: TeamsPerson) {
  const user = { userIdentityType: 'aadUser', id: person.aadObjectId, displayName: person.name };
  const messagePayload = {
    id: String(1_795_424_300_000 + n),
    deleted: false,
    from: { user, application: null },
    body: { contentType: 'text', content: text },
    attachments: [],
  };
  return world.post(person, 'message-action-open', {
    conversation: elsewhere,
    value: { commandId: 'create-case', commandContext: 'message', messagePayload },
  });
}

const period = 'from=2026-11-23T00:00:00Z&to=2026-11-30T00:00:00Z';
const workKinds = [
  'unanswered',
  'failed',
  'stale',
  'contradictions',
  'suggestions',
  'case-drafts',
  'in-review',
];

function callTab(world: LeakWorld, { target, text, inTab, choice }: Question) {
  const words = encodeURIComponent(text.slice(0, 200));
  const id = z.string().parse(target.id.includes('/') ? target.id : 'solen/projektorn');
  const get = (path: string) => () => world.call(inTab, 'get', path);
  const trial = (asUpn: string) => () =>
    world.call(inTab, 'post', '/try', { asUpn, siteId: null, text, at: null, draft: null });
  const routes = [
    get(`/notes?query=${words}`),
    get('/notes?status=draft'),
    get('/notes?audience=technician'),
    get('/notes?status=archived'),
    get(`/notes/${id}`),
    get(`/notes/${id}`),
    get(`/notes/${id}/history`),
    get(`/notes/${id}/draft`),
    get('/drafts'),
    get(`/people?query=${words}`),
    get('/people?query=finn'),
    get('/sites'),
    get('/me'),
    get('/work'),
    ...workKinds.map((kind) => get(`/work/${kind}`)),
    get('/desk/people/finn@desk.example'),
    get('/desk/people'),
    get('/desk/sites/solen'),
    get('/desk/technicians/cia@desk.example'),
    get('/desk/settings'),
    get('/desk/changes'),
    get(`/desk/rota?${period}`),
    get('/insights?period=month'),
    get('/insights/measures/resolved/cases'),
    get('/insights/notes'),
    get('/work/case-drafts'),
    get('/export'),
    trial('eva@desk.example'),
    trial('anna@desk.example'),
    trial('finn@desk.example'),
  ];
  const route = routes[Math.floor(choice * routes.length)] ?? get('/me');
  return route();
}
