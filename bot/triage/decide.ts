import type { Category } from '#bot/desk/category.ts';
import type { FoundNote } from '#knowledge/search/note-search.ts';
import type { Clarity } from './find-clarity.ts';
import type { Cues } from './find-cues.ts';
import type { Danger } from './find-hazard.ts';
import { isSharedService } from './find-impact.ts';
import { tellsOfDead } from './tells-of-dead.ts';
import type { Decision, Intent, Question, Reason, SiteFinding } from './triage-result.ts';

/** Everything that the decision rests on; nothing else is seen. */
export type Findings = {
  readonly intent: Intent;
  readonly cues: Cues;
  readonly danger: Danger;
  readonly notIt: boolean;
  /** Nothing is left when what spoke to the machine is taken away. */
  readonly onlyInjected: boolean;
  /** An enquiry about a lost or stolen thing, or a burglary; a secret given to a swindler. */
  readonly securityIncident: boolean;
  /** The best note that fits what was said, if one does. */
  readonly fitting: FoundNote | null;
  /** How well the words say what is wrong. */
  readonly clarity: Clarity;
  readonly site: SiteFinding;
  /** It would make a difference which site it is. */
  readonly siteMatters: boolean;
  readonly questionsAsked: number;
  /** A service that many depend on is down. */
  readonly outage: boolean;
};

export type Verdict = {
  readonly decision: Decision;
  readonly question: Question | null;
  readonly reasons: readonly Reason[];
};

/** A person is put on it whatever the notes say. */
export const settledReasons: ReadonlySet<string> = new Set(
  ['hazard', 'wants-person', 'damage', 'outage', 'asks-for-visit', 'order', 'dead-device'].map(
    (key) => `decide.${key}`,
  ),
);

/** At most this many questions about one matter; then a person takes over. */
export const maxQuestions = 2;

/** Answer, ask, hand over, or tell whose it is. Rules only, the first that applies. */
export function decide(findings: Findings): Verdict {
  return (
    decideTalk(findings) ??
    decidePerson(findings) ??
    decideNotIt(findings) ??
    decideQuestion(findings) ??
    decideMatter(findings)
  );
}

function verdict(decision: Decision, key: string, question: Question | null = null): Verdict {
  return { decision, question, reasons: [{ key: `decide.${key}`, values: {} }] };
}

function decideTalk({ intent, onlyInjected }: Findings): Verdict | null {
  if (intent === 'thanks') return verdict('answer', 'thanks');
  if (intent === 'greeting' || intent === 'help') return verdict('ask', intent, ask('problem'));
  return onlyInjected ? verdict('not-it', 'injection') : null;
}

/** A person is put on it at once, whatever else there is to say. */
function decidePerson({ cues, danger }: Findings): Verdict | null {
  if (danger.hazard) return verdict('hand-off', 'hazard');
  return cues.wantsPerson ? verdict('hand-off', 'wants-person') : null;
}

function decideNotIt({ notIt }: Findings): Verdict | null {
  return notIt ? verdict('not-it', 'not-it') : null;
}

/** One question at a time, the site first: it finds the note and the person. */
function decideQuestion(findings: Findings): Verdict | null {
  const { site, siteMatters, clarity, intent, questionsAsked, fitting } = findings;
  const mayAsk = questionsAsked < maxQuestions;
  if (site.id === null && siteMatters) {
    return mayAsk ? verdict('ask', 'site', askSite(site)) : verdict('hand-off', 'asked-enough');
  }
  if (intent === 'who-is-technician') return verdict('answer', 'who-is-technician');
  if (clarity === 'clear' || fitting !== null || findings.outage) return null;
  if (findings.cues.damage || findings.cues.order || (findings.cues.callsForVisit && clarity !== 'nothing'))
    return null;
  if (!mayAsk) return verdict('hand-off', 'asked-enough');
  return verdict('ask', 'vague', ask(clarity === 'device-only' ? 'details' : 'problem'));
}

function ask(about: Question['about']): Question {
  return { about, options: [] };
}

function askSite(site: SiteFinding): Question {
  return { about: 'site', options: site.candidates.map((value) => ({ value, kind: 'site' })) };
}

/** From here on a note is about just what is ordered. */
const describesIt = 0.6;

/** A question how something is ordered is answered by a note that is right more often than not. */
function isLikely(fitting: FoundNote | null): boolean {
  return (fitting?.probability ?? 1) >= 0.5;
}

/** Nine in ten of such notes are about just what is asked. */
function isNearlySure(fitting: FoundNote): boolean {
  return (fitting.probability ?? 0) >= 0.8;
}

/** A program that does not start is no dead device: its computer runs. */
function isOfDevice({ note }: FoundNote): boolean {
  return !programs.includes(note.category);
}

const programs: readonly Category[] = ['application', 'account', 'email-calendar', 'server', 'security'];

/** That everybody waits for the charging cart makes it no outage where a note says what to do with just that. */
function isKnownOfThing(fitting: FoundNote | null): boolean {
  return fitting !== null && !isSharedService(fitting.note.category) && isNearlySure(fitting);
}

/** The matter is clear enough: is there advice, and is advice what it needs? */
function decideMatter(findings: Findings): Verdict {
  const { cues, danger, fitting } = findings;
  if (fitting?.currentOutage === true) return verdict('answer', 'known-outage');
  if (cues.alreadyTried) return verdict('hand-off', 'already-tried');
  if (danger.falling || cues.damage) return verdict('hand-off', 'damage');
  if (findings.securityIncident) return verdict('hand-off', 'security-incident');
  if (cues.asksWho) return verdict('hand-off', 'asks-who');
  if (findings.outage && !isKnownOfThing(fitting)) return verdict('hand-off', 'outage');
  if (cues.callsForVisit) return verdict('hand-off', 'asks-for-visit');
  if (cues.order && !(cues.asksHow && isLikely(fitting)) && (fitting?.score ?? 0) < describesIt)
    return verdict('hand-off', 'order');
  if (fitting === null) return verdict('hand-off', 'no-note');
  const isOnDead = isNearlySure(fitting) && tellsOfDead(fitting.note);
  const knowsIt = (fitting.score >= describesIt || isOnDead) && !cues.triedSomething;
  if (cues.dead && isOfDevice(fitting) && !knowsIt && (cues.triedSomething || !cues.howTo))
    return verdict('hand-off', 'dead-device');
  return verdict('answer', 'note');
}
