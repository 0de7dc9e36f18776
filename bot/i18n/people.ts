import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { peopleEn } from './people-en.ts';
import { peopleSv } from './people-sv.ts';

/** What `vaktis people` says, in the language that it is asked for. */
export type PeopleWords = {
  readonly reading: (people: number) => string;
  readonly noDesk: string;
  readonly nobody: string;
  readonly noRules: string;
  readonly unknownSites: (ids: string) => string;
  readonly rulesFault: (file: string, line: number | null, message: string, remedy: string) => string;
  readonly noGraph: string;
  readonly noPermission: string;
  readonly busy: string;
  readonly unreachable: (host: string, why: string) => string;
  readonly strange: (status: number) => string;
  readonly noToken: (said: string, todo: string) => string;
  readonly read: (counts: { entries: number; guests: number; closed: number; unusable: number }) => string;
  readonly rulesTitle: string;
  readonly rule: (number: number, text: string, matched: number, examples: string) => string;
  readonly unmatched: (people: number) => string;
  /** A group of people whom no rule fits, by what their entry says. */
  readonly unmatchedGroup: (what: string, people: number, example: string) => string;
  readonly nothingSaid: string;
  readonly more: (count: number) => string;
  readonly conflicts: string;
  readonly twice: (upns: string, count: number) => string;
  readonly upnReused: (upn: string, id: string) => string;
  readonly listedElsewhere: (upn: string, listed: string, found: string) => string;
  readonly technicianLeft: (upn: string) => string;
  readonly listedLeft: (upn: string) => string;
  readonly rulesDisagree: (rules: string, count: number, example: string) => string;
  readonly ambiguousSite: (sites: string, count: number, example: string) => string;
  readonly withoutObjectId: (count: number) => string;
  readonly would: (counts: SyncCounts) => string;
  readonly done: (counts: SyncCounts) => string;
  readonly stop: (vanish: number, percent: string, limit: number) => string;
  readonly reachTitle: (reached: number, all: number) => string;
  readonly technicians: string;
  readonly others: string;
  readonly staff: (reached: number, blocked: number, never: number) => string;
  readonly reached: string;
  readonly blocked: string;
  readonly never: string;
  readonly noObjectId: string;
  readonly reachNext: string;
};

export type SyncCounts = {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly left: number;
  readonly forgotten: number;
};

export function peopleWords(language: ReplyLanguage): PeopleWords {
  return language === 'sv' ? peopleSv : peopleEn;
}
