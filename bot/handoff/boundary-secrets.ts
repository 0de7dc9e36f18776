import type { Desk } from '#bot/desk/desk.ts';
import { squeeze } from '#bot/desk/secret-fold.ts';
import { createPhrase, type Phrase } from '#bot/desk/secret-phrases.ts';
import type { Site } from '#bot/desk/site.ts';
import { type NoteSecrets, type NotesAtHand, privatePhrases, secretsOfNotes } from './boundary-notes.ts';
import type { Case } from './case.ts';

/** All that may not be said of one case, ready to be looked for. */
export type Secrets = {
  /** Digits to the name of the fact. */
  readonly codes: ReadonlyMap<string, string>;
  /** Numbers to ring that are withheld: digits, with and without the country, to the name of the field. */
  readonly phones: ReadonlyMap<string, string>;
  readonly phrases: readonly Phrase[];
  readonly notes: readonly NoteSecrets[];
};

/** A code of another site is looked for when it is long enough to be nothing else. */
const longCode = 6;
const phoneFields = ['phone', 'requester_phone'];

/** The secrets of a case: of its sites, of every other, of the notes about them, and what its own words mark. */
export function gatherSecrets(
  item: Case,
  desk: Desk,
  { withhold, notes }: { withhold: ReadonlySet<string>; notes: NotesAtHand | null },
): Secrets {
  const own = sitesOf(item, desk);
  const values = withheldValues(item, own, withhold);
  const secret = new Set(desk.settings.secretFacts);
  const theirs = elsewhere(desk);
  const { notesShown, technicianNotes } = item.packet;
  return {
    codes: new Map([...theirs.codes, ...values.flatMap(({ name, value }) => codesIn(name, value, secret))]),
    phones: new Map(values.flatMap(({ name, value }) => phonesIn(name, value))),
    phrases: [
      ...values.flatMap(({ name, value }) => phrasesOf(name, value, secret.has(name))),
      ...(withhold.has('requester_name') ? namesOf(item, desk) : []),
      ...theirs.phrases,
      ...privatePhrases(wordsOf(item)),
    ],
    notes: notes === null ? [] : secretsOfNotes(notes, own, [...notesShown, ...technicianNotes]),
  };
}

/** Of this case, of everybody who joined it, and the house that it is a part of. */
function sitesOf(item: Case, desk: Desk): Site[] {
  const ids = [
    item.siteId,
    item.packet.site?.id,
    ...(item.reports ?? []).map(({ siteId }) => siteId),
    ...(item.announcement?.siteIds ?? []),
  ];
  const sites = ids.flatMap((id) => desk.sites.get(id ?? '') ?? []);
  const houses = sites.flatMap(({ parentId }) => desk.sites.get(parentId ?? '') ?? []);
  return [...new Set([...sites, ...houses])];
}

type Value = { readonly name: string; readonly value: string };

/** The values behind everything that is withheld, as they may stand in somebody's words. */
function withheldValues(item: Case, sites: readonly Site[], withhold: ReadonlySet<string>): Value[] {
  const { requester, site, device } = item.packet;
  const facts = [...sites.map((known) => known.facts), site?.facts ?? {}].flatMap(Object.entries<string>);
  const all: readonly (readonly [string, string | null | undefined])[] = [
    ...facts,
    ['address', site?.address],
    ['phone', site?.phone],
    ['visit_hours', site?.visitHours],
    ['visit_notes', site?.visitNotes],
    ['requester_title', requester.title],
    ['requester_phone', requester.phone],
    ['requester_upn', requester.upn],
    ['device', device],
  ];
  return all.flatMap(([name, value]) =>
    withhold.has(name) && value && value.trim() !== '' ? [{ name, value }] : [],
  );
}

/** Everybody who reported it, by each of their names. */
function namesOf({ packet, reporterUpns }: Case, desk: Desk): Phrase[] {
  const others = reporterUpns.flatMap((upn) => desk.people.get(upn)?.name ?? []);
  const names = [packet.requester.name, ...others].flatMap((name) => [name, ...name.split(/[\s-]+/)]);
  return names.flatMap((name) => createPhrase('requester_name', name, { least: 3 }) ?? []);
}

/** `907612#`, `4711 (dag), 4712 (natt)`: the numbers of a secret fact are codes, those of others only as a whole. */
function codesIn(name: string, value: string, secret: ReadonlySet<string>): [string, string][] {
  if (phoneFields.includes(name)) return [];
  const whole = squeeze(value);
  if (/^[0-9]{3,13}$/.test(whole)) return [[whole, name]];
  const isCode = /kod|code|pin|larm|alarm/i.test(name);
  if (!isCode && !secret.has(name)) return [];
  const least = isCode ? 3 : 5;
  return (value.match(/[0-9]+/g) ?? []).flatMap((digits) =>
    digits.length >= least ? [[digits, name] as [string, string]] : [],
  );
}

function phonesIn(name: string, value: string): [string, string][] {
  if (!phoneFields.includes(name)) return [];
  const digits = squeeze(value).replaceAll(/[^0-9]/g, '');
  if (digits.length < 6) return [];
  const bare = digits.replace(/^(?:0046|46|0)/, '');
  return [digits, `0${bare}`, `46${bare}`, `460${bare}`, `0046${bare}`].map((form) => [form, name]);
}

/** A secret place is told by its parts too, and in other words; anything else only as it is written. */
function phrasesOf(name: string, value: string, isSecret: boolean): Phrase[] {
  if (/^[0-9]{0,13}$/.test(squeeze(value)) || phoneFields.includes(name)) return [];
  const parts = isSecret ? value.split(/[;,]/).filter((part) => squeeze(part).length >= 12) : [];
  return [value, ...parts].flatMap((part) => createPhrase(name, part, { loosely: isSecret }) ?? []);
}

const byDesk = new WeakMap<Desk, Pick<Secrets, 'codes' | 'phrases'>>();

/** What is secret at any site: somebody may well name a neighbour's. Read once for a desk. */
function elsewhere(desk: Desk): Pick<Secrets, 'codes' | 'phrases'> {
  const known = byDesk.get(desk);
  if (known !== undefined) return known;
  const secret = new Set(desk.settings.secretFacts);
  const facts = [...desk.sites.values()].flatMap(({ facts: all }) => Object.entries(all));
  const values = facts.filter(([name, value]) => secret.has(name) && value.trim() !== '');
  const made = {
    codes: new Map(
      values
        .flatMap(([name, value]) => codesIn(name, value, secret))
        .filter(([digits]) => digits.length >= longCode),
    ),
    phrases: values.flatMap(([name, value]) => (isTelling(value) ? phrasesOf(name, value, false) : [])),
  };
  byDesk.set(desk, made);
  return made;
}

/** "Expeditionen" is a place at every site; "kodskåp vid cykelstället" is one. */
function isTelling(value: string): boolean {
  return squeeze(value).length >= 12 && value.trim().split(/\s+/).length > 1;
}

/** Everything that somebody wrote: what one marks as private is private in what another repeats. */
function wordsOf({ title, packet, resolution, announcement }: Case): string[] {
  const lines = packet.dialogue.map(({ text }) => text);
  const names = packet.attachments.map(({ name }) => name);
  return [title, packet.symptom, resolution ?? '', announcement?.text ?? '', ...lines, ...names];
}
