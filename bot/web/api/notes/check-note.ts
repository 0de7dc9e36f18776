import type { Desk } from '#bot/desk/desk.ts';
import { momentOf } from '#bot/desk/local-time.ts';
import { findPasswords, findPersonalIdentityNumbers } from '#bot/desk/secrets.ts';
import { type ApiTexts, apiTexts } from '#bot/i18n/api.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import {
  findSecretFacts,
  indexSecrets,
  type SecretIndex,
} from '#knowledge/desk-folder/check/secret-facts.ts';
import { sharedFolder } from '#knowledge/note.ts';
import { privateMarksBalance } from '#knowledge/note-body.ts';
import type { DraftContent, NoteFault, NoteField } from '../contract/note-contract.ts';

export type CheckedNote = {
  readonly folder: string;
  readonly content: DraftContent;
  /** A draft may be empty still. */
  readonly isDraft?: boolean;
};

type Texts = ApiTexts['note'];
type Finding = {
  readonly field: NoteField | null;
  readonly level: NoteFault['level'];
  readonly message: string;
};

/** What must, or should, be changed before the note is saved: secrets first. Never quotes a secret. */
export function checkNote(note: CheckedNote, desk: Desk, language: ReplyLanguage): NoteFault[] {
  const texts = apiTexts[language].note;
  return [
    ...checkSecrets(note, desk, texts),
    ...checkForm(note, texts),
    ...checkPlaces(note, desk, texts),
    ...checkPeople(note, desk, texts),
    ...checkTimes(note, desk, texts),
  ];
}

/** Every text of the note by its field. */
function textsOf(content: DraftContent): [NoteField, string][] {
  return [
    ['title', content.title],
    ...content.symptoms.map((text): [NoteField, string] => ['symptoms', text]),
    ['asset', content.asset ?? ''],
    ['warning', content.warning ?? ''],
    ['intro', content.intro],
    ['stepsTitle', content.stepsTitle ?? ''],
    ...content.steps.map((text): [NoteField, string] => ['steps', text]),
    ['outro', content.outro],
  ];
}

function checkSecrets({ folder, content }: CheckedNote, desk: Desk, texts: Texts): Finding[] {
  const sites = content.sites.length === 0 && folder !== sharedFolder ? [folder] : content.sites;
  const found = textsOf(content).flatMap(([field, text]): Finding[] => [
    ...findPasswords(text).map(({ certainty }) =>
      certainty === 'certain' ? error(field, texts.password) : warning(field, texts.likelyPassword),
    ),
    ...findPersonalIdentityNumbers(text).map(() => error(field, texts.personalIdentityNumber)),
    ...(mayStaffRead(field, content)
      ? secretsIn(text, { sites, siteKinds: content.siteKinds }, desk, texts).map((said) =>
          error(field, said),
        )
      : []),
  ]);
  return [...new Map(found.map((one) => [`${one.field} ${one.message}`, one])).values()];
}

/** Whose secret it is, is said of the note's own sites only: nobody is told that they guessed another's. */
function secretsIn(
  text: string,
  reach: { sites: readonly string[]; siteKinds: DraftContent['siteKinds'] },
  desk: Desk,
  texts: Texts,
): string[] {
  const found = findSecretFacts(text, reach, secretsOf(desk));
  const own = found.filter(({ siteId }) => reach.sites.includes(siteId));
  if (own.length === 0) return found.length === 0 ? [] : [texts.someSecret];
  return own.map(({ fact, siteId }) => texts.secretFact(fact, desk.sites.get(siteId)?.name ?? siteId));
}

/** Of a technicians' note staff may see the warning only. */
function mayStaffRead(field: NoteField, { audience }: DraftContent): boolean {
  return audience === 'staff' || field === 'warning';
}

const indexes = new WeakMap<Desk, SecretIndex>();

function secretsOf(desk: Desk): SecretIndex {
  const known = indexes.get(desk);
  if (known) return known;
  const made = indexSecrets(desk.sites.values(), desk.settings.secretFacts);
  indexes.set(desk, made);
  return made;
}

function checkForm({ content, isDraft = false }: CheckedNote, texts: Texts): Finding[] {
  const { intro, steps, outro } = content;
  const found: Finding[] = [];
  if (content.title.trim() === '') found.push(error('title', texts.title));
  if ([intro, outro, ...steps].every((text) => text.trim() === '')) {
    found.push(isDraft ? warning('intro', texts.empty) : error('intro', texts.empty));
  }
  if (!privateMarksBalance([intro, ...steps, outro].join('\n'))) {
    const wrong = ([['intro', intro], ...steps.map((step) => ['steps', step] as const)] as const).find(
      ([, text]) => !privateMarksBalance(text),
    );
    found.push(error(wrong?.[0] ?? 'outro', texts.unbalancedPrivate));
  }
  return found;
}

function checkPlaces({ folder, content }: CheckedNote, desk: Desk, texts: Texts): Finding[] {
  const found: Finding[] = [];
  const own = desk.sites.get(folder);
  if (folder !== sharedFolder && !own) found.push(error(null, texts.folder));
  for (const id of content.sites) {
    if (!desk.sites.has(id)) found.push(error('sites', texts.unknownSite(id)));
  }
  if (own && content.sites.length > 0 && !content.sites.includes(folder)) {
    found.push(warning('sites', texts.leavesOutSite(own.name)));
  }
  if (content.sites.length > 0 && content.siteKinds.length > 0) {
    found.push(warning('siteKinds', texts.kindsUnused));
  }
  return found;
}

function checkPeople({ content }: CheckedNote, desk: Desk, texts: Texts): Finding[] {
  const found: Finding[] = [];
  const owner = content.owner?.trim().toLowerCase() ?? '';
  if (owner === '') found.push(warning('owner', texts.noOwner));
  else if (!desk.people.has(owner)) found.push(error('owner', texts.unknownOwner));
  if (!isHandler(content.handledBy?.trim() ?? '', desk)) found.push(error('handledBy', texts.handledBy));
  return found;
}

function isHandler(handledBy: string, { settings, technicians }: Desk): boolean {
  if (handledBy === '' || handledBy === 'local') return true;
  if (handledBy === 'contractor') return settings.contractors.length === 1;
  const [kind, id] = handledBy.split(':');
  if (kind === 'contractor') return settings.contractors.some((contractor) => contractor.id === id?.trim());
  return technicians.has(handledBy.toLowerCase());
}

function checkTimes({ content }: CheckedNote, desk: Desk, texts: Texts): Finding[] {
  const found: Finding[] = [];
  const { timezone } = desk.settings;
  const momentIn = (field: 'validFrom' | 'validTo') => {
    const text = content[field]?.trim() ?? '';
    const moment = text === '' ? null : momentOf(text, timezone);
    if (text !== '' && moment === null) found.push(error(field, texts.moment));
    return moment;
  };
  const from = momentIn('validFrom');
  const to = momentIn('validTo');
  if (from !== null && to !== null && from >= to) found.push(error('validTo', texts.window));
  if (content.reviewBy === null || content.reviewBy === '') found.push(warning('reviewBy', texts.noReview));
  else if (!/^\d{4}-\d{2}-\d{2}$/.test(content.reviewBy) || momentOf(content.reviewBy, timezone) === null) {
    found.push(error('reviewBy', texts.moment));
  }
  return found;
}

function error(field: NoteField | null, message: string): Finding {
  return { field, level: 'error', message };
}

function warning(field: NoteField | null, message: string): Finding {
  return { field, level: 'warning', message };
}
