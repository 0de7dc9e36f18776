import { accept, decline, passOn } from './answer-offer.ts';
import { reportBounce } from './bounce.ts';
import { addSymptom, confirmNote, correctNote, noteGone } from './judge-note.ts';
import { judgeRemote } from './judge-remote.ts';
import type { TechnicianAction } from './press.ts';
import { reprioritise } from './reprioritise.ts';
import { showSecretFact } from './secret-fact.ts';
import { showCase } from './show-case.ts';
import { splitIncident } from './split-incident.ts';
import { askRequester, tellRequester } from './talk-to-requester.ts';
import { hold, onSite, promise, resolve, resume } from './work-on-case.ts';

/** What each button on a technician's card does, by its verb. Every one checks who presses. */
export const technicianActions = {
  accept,
  decline,
  promise,
  'on-site': onSite,
  resolve,
  'pass-on': passOn,
  'not-theirs': reportBounce,
  'ask-requester': askRequester,
  'tell-requester': tellRequester,
  hold,
  resume,
  'show-secret': showSecretFact,
  'confirm-note': confirmNote,
  'correct-note': correctNote,
  'add-symptom': addSymptom,
  'show-case': showCase,
  split: splitIncident,
  reprioritise,
  'note-gone': noteGone,
  'could-be-remote': judgeRemote,
} as const satisfies Readonly<Record<string, TechnicianAction>>;
