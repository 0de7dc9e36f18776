import type { Deed } from '#bot/desk/access.ts';
import type { Party } from '#bot/desk/access-row.ts';
import { fromCrowd, stranger, teamsPerson, type Who } from '../leaks/leak-desk.ts';
import { chatOf, inThread, type LeakWorld, type TeamsPerson } from '../leaks/leak-world.ts';
import { findMarkers, type Marker, type Markers, squeeze } from '../leaks/markers.ts';
import { typedDraft } from '../leaks/typed-draft.ts';

/** A party that is somebody who can ask, press and open the tab. */
export type Insider = Exclude<Party, 'contractor' | 'bystander'>;

/** Who they are at the desk of the leak run: at solen where they have a place. */
export const personOf: Readonly<Record<Insider, Who | 'unlisted'>> = {
  staff: 'eva',
  unlisted: 'unlisted',
  reader: 'reader',
  head: 'hilda',
  technician: 'anna',
  editor: 'ella',
  dispatcher: 'dispatcher',
  admin: 'admin',
};

/** Tries a row of the table through the door that people use. True: it was done, or shown. */
export type Probe = {
  /** What is nobody's in particular, or somebody else's. */
  readonly foreign?: (as: Insider) => Promise<boolean>;
  /** What is of their own site, or their own. */
  readonly own?: (as: Insider) => Promise<boolean>;
};

export type Probes = Readonly<Partial<Record<Deed, Probe>>>;

const may = (status: number) => status !== 401 && status !== 403 && status !== 404;

/** How each row is tried. Rows that are missing have a test of their own. */
export function createProbes(world: LeakWorld, m: Markers, caseIds: { finns: string; evas: string }): Probes {
  let asked = 0;
  const inTab = (as: Insider) => (as === 'unlisted' ? null : whoIs(as));
  const call = async (as: Insider, method: string, path: string, body?: unknown) =>
    world.call(inTab(as), method, path, body);
  const opens = (path: string) => async (as: Insider) => may((await call(as, 'get', path)).status);
  const tries = (method: string, path: string, body: unknown) => async (as: Insider) =>
    may((await call(as, method, path, body)).status);
  const shows = (path: string, marker: Pick<Marker, 'text'>) => async (as: Insider) =>
    holds(JSON.stringify((await call(as, 'get', path)).body), marker);
  /** What comes back, and what is sent to that person; null: to anybody at all. */
  const told = async (
    by: TeamsPerson | null,
    post: () => Promise<{ body: unknown }>,
    marker: Pick<Marker, 'text'>,
  ) => {
    world.takeSent();
    const answer = await post();
    const sent = world.takeSent().filter(({ path }) => by === null || path.includes(`/${chatOf(by)}/`));
    return holds(JSON.stringify([answer.body, sent]), marker);
  };
  /** Somebody new of that role each time, so that no earlier talk is in the way. */
  const asking = (as: Insider): TeamsPerson => {
    asked += 1;
    if (as === 'head' || as === 'admin') return teamsPerson(whoIs(as));
    return fromCrowd(as, asked);
  };
  const answers = (text: string, marker: Pick<Marker, 'text'>) => (as: Insider) => {
    const me = asking(as);
    return told(me, () => world.post(me, 'personal-message', { text }), marker);
  };
  const finds =
    (query: string, marker: Pick<Marker, 'text'>, commandId = 'site-notes') =>
    (as: Insider) => {
      const me = asking(as);
      return told(me, () => search(world, me, commandId, query), marker);
    };
  const presses = (verb: string, data: object, marker: Pick<Marker, 'text'>) => (as: Insider) =>
    told(person(as), () => press(world, person(as), verb, data), marker);
  const flag = (path: string, name: 'mayEdit' | 'mayPublish') => async (as: Insider) =>
    JSON.stringify((await call(as, 'get', path)).body).includes(`"${name}":true`);
  const is = (text: string) => ({ text });
  /** Of the case that they reported last. */
  const titleOf = async (me: TeamsPerson) => {
    const [item] = await world.opened.storage.stores.cases.casesOf(upnOf(me), new Date(0));
    return is(squeeze(item?.title ?? 'there is no case'));
  };
  const { finns, evas } = caseIds;
  const rota = '/desk/rota?from=2026-11-23T00:00:00Z&to=2026-11-30T00:00:00Z';
  const cabinet = 'Hur är det med nätverksskåpet i källaren på Solen?';
  const projector = 'Projektorn i lekhallen på Solen är svart';
  const trial = { asUpn: 'eva@desk.example', siteId: null, text: projector, at: null, draft: null };
  return {
    'tab read': { foreign: opens('/me') },
    'staff-notes ask': { foreign: answers(projector, is('hdmi2')) },
    'staff-notes find': { foreign: finds('glömt lösenordet', is('bytalosenord')) },
    'staff-notes read': { foreign: opens('/notes/solen/projektorn') },
    'staff-notes edit': {
      own: flag('/notes/solen/projektorn', 'mayEdit'),
      foreign: flag('/notes/skolan/tavlan', 'mayEdit'),
    },
    'staff-notes publish': {
      own: flag('/notes/solen/projektorn', 'mayPublish'),
      foreign: flag('/notes/skolan/tavlan', 'mayPublish'),
    },
    'notes import': { own: tries('post', '/import/preview?name=x.md', {}) },
    'technician-notes ask': { foreign: answers(cabinet, m.body) },
    'technician-notes find': { foreign: finds('nätverksskåpet i källaren', m.title) },
    'technician-notes read': { foreign: shows('/notes/solen/skapet', m.body) },
    'technician-notes edit': {
      own: flag('/notes/solen/skapet', 'mayEdit'),
      foreign: flag('/notes/skolan/larm', 'mayEdit'),
    },
    'technician-notes publish': {
      own: flag('/notes/solen/skapet', 'mayPublish'),
      foreign: flag('/notes/skolan/larm', 'mayPublish'),
    },
    'private-parts ask': { foreign: answers(projector, m.private) },
    'private-parts find': { foreign: finds('projektorn i lekhallen', m.private) },
    'private-parts read': { foreign: shows('/notes/solen/projektorn', m.private) },
    'unpublished-notes ask': { foreign: answers('laminatorn i personalrummet', m.draftBody) },
    'unpublished-notes find': { foreign: finds('laminatorn i personalrummet', m.draftTitle) },
    'unpublished-notes read': { foreign: shows('/notes/solen/utkast', m.draftBody) },
    'typed-text read': {
      own: async (as) => {
        const words = { ...typedDraft, title: `Utkast av ${as}` };
        await call(as, 'put', '/notes/solen/projektorn/draft', { basedOn: 1, content: words });
        return shows('/notes/solen/projektorn/draft', is(`utkastav${as}`))(as);
      },
      foreign: async (as) => as !== 'admin' && shows('/notes/solen/granskas/draft', m.typed)(as),
    },
    'work read': { own: opens('/work') },
    'trial ask': { foreign: tries('post', '/try', trial) },
    'own-cases ask': {
      own: async (as) => {
        const me = asking(as);
        await report(world, me, `Min surfplatta är trasig`);
        return told(me, () => world.post(me, 'personal-message', { text: 'status' }), await titleOf(me));
      },
      foreign: answers('status på mitt ärende om skärmen i sal 4', m.report),
    },
    'own-cases find': {
      own: async (as) => {
        const me = asking(as);
        await report(world, me, 'Min hörlur är trasig');
        return told(me, () => search(world, me, 'my-cases', ''), await titleOf(me));
      },
      foreign: finds('skärmen', m.report, 'my-cases'),
    },
    'own-cases press': { foreign: (as) => cancels(world, asking(as), finns) },
    'others-cases read': { foreign: presses('show-case', { caseId: finns }, m.report) },
    'others-cases find': { foreign: finds('skärmen i sal 4', m.report, 'my-cases') },
    'others-cases press': {
      foreign: (as) => {
        asked += 1;
        const data = { caseId: finns, text: `xqord${asked}x` };
        return told(
          teamsPerson('finn'),
          () => press(world, person(as), 'tell-requester', data),
          is(data.text),
        );
      },
    },
    'secret-facts ask': { foreign: answers('Vad är larmkoden på Solen?', m.alarm) },
    'secret-facts find': { foreign: finds('larmkoden på Solen', m.alarm) },
    'secret-facts press': {
      own: presses('show-secret', { caseId: evas, value: 'alarm_code' }, m.alarm),
      foreign: presses('show-secret', { caseId: finns, value: 'key_location' }, m.otherKey),
    },
    'secret-facts read': { foreign: shows('/desk/sites/solen', m.alarm) },
    'secret-facts export': { foreign: opens('/export') },
    'withheld-facts read': {
      own: presses('show-case', { caseId: evas }, m.line),
      foreign: presses('show-case', { caseId: finns }, m.report),
    },
    'site-facts ask': { foreign: answers('Vad heter switchen på Solen?', m.switch) },
    'site-facts read': {
      own: presses('show-case', { caseId: evas }, m.switch),
      foreign: presses('show-case', { caseId: finns }, m.report),
    },
    'requesters-phone read': { foreign: presses('show-case', { caseId: finns }, m.phone) },
    'helpers-phone ask': { foreign: answers('Vem har jour nu?', is('080000010')) },
    'rota read': { foreign: opens(rota) },
    'rota edit': { foreign: tries('put', '/desk/technicians/cia@desk.example', {}) },
    'absences ask': { foreign: answers('Vem har jour nu?', is('ciatest')) },
    'absence-reasons ask': { foreign: answers('Vem har jour nu? Varför är Cia borta?', m.sick) },
    'absence-reasons read': { foreign: shows(rota, m.sick) },
    'people find': { foreign: opens('/people?query=finn') },
    'desk read': { foreign: opens('/desk/people') },
    'desk edit': { foreign: tries('put', '/desk/settings', {}) },
    'desk export': { foreign: opens('/export') },
    'desk-changes read': { foreign: opens('/desk/changes') },
    'audit-log read': { foreign: opens('/audit') },
  };
}

function whoIs(as: Exclude<Insider, 'unlisted'>): Who {
  const one = personOf[as];
  return one === 'unlisted' ? 'eva' : one;
}

function upnOf({ aadObjectId, name }: TeamsPerson): string {
  return name.startsWith('unlisted') ? `unlisted:${aadObjectId}` : `${name.replace(' ', '')}@desk.example`;
}

function person(as: Insider): TeamsPerson {
  return as === 'unlisted' ? stranger : teamsPerson(whoIs(as));
}

function holds(text: string, marker: Pick<Marker, 'text'>): boolean {
  return findMarkers(text, [marker]).length > 0;
}

function press(world: LeakWorld, by: TeamsPerson, verb: string, data: object) {
  const value = { action: { type: 'Action.Execute', verb, data: { verb, ...data } }, trigger: 'manual' };
  return world.post(by, 'execute-press', { value });
}

function search(world: LeakWorld, by: TeamsPerson, commandId: string, query: string) {
  const parameters =
    query === '' ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'query', value: query }];
  return world.post(by, 'extension-query', {
    value: { commandId, parameters, queryOptions: { skip: 0, count: 25 } },
  });
}

export async function report(world: LeakWorld, by: TeamsPerson, words: string): Promise<void> {
  await world.post(by, 'personal-message', { text: `${words}. Jag vill prata med en människa` });
}

async function cancels(world: LeakWorld, by: TeamsPerson, caseId: string): Promise<boolean> {
  await press(world, by, 'cancel-case', { caseId });
  return (await world.opened.storage.stores.cases.get(caseId))?.state === 'cancelled';
}

/** What everybody in a channel reads when somebody asks there. */
export async function readAlong(world: LeakWorld, by: TeamsPerson, text: string): Promise<string> {
  world.takeSent();
  await world.post(by, 'channel-mention', inThread(text));
  return JSON.stringify(world.takeSent().filter(({ path }) => path.includes(world.thread)));
}
