import { InvalidInput } from '#bot/errors.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { peopleCommandWords as words } from './people-command-words.ts';

/** As they come from the command line. */
export type SyncOptions = {
  readonly csv?: string;
  readonly graph?: boolean;
  readonly rules?: string;
  readonly dryRun?: boolean;
  readonly partial?: boolean;
  readonly maxRemovals: string;
  readonly allowRemovals?: boolean;
  readonly forgetAfter?: string;
  readonly json?: boolean;
  readonly language: string;
};

export type SyncChoices = {
  readonly source: { readonly kind: 'csv'; readonly file: string } | { readonly kind: 'graph' };
  readonly rulesFile: string | null;
  readonly dryRun: boolean;
  readonly partial: boolean;
  /** Percent. */
  readonly maxRemovals: number;
  readonly allowRemovals: boolean;
  readonly forgetAfterDays: number | null;
  readonly json: boolean;
  readonly language: ReplyLanguage;
};

/** @throws InvalidInput */
export function parseSyncOptions(options: SyncOptions): SyncChoices {
  const { csv, graph = false, rules } = options;
  if ((csv === undefined) === !graph) throw new InvalidInput(words.oneSource);
  const dryRun = options.dryRun === true;
  // Otherwise the next sync, by desk.yaml's rules, would move everybody back.
  if (rules !== undefined && !dryRun) throw new InvalidInput(words.rulesOnlyDry);
  return {
    source: csv === undefined ? { kind: 'graph' } : { kind: 'csv', file: csv },
    rulesFile: rules ?? null,
    dryRun,
    partial: options.partial === true,
    maxRemovals: parseWhole(options.maxRemovals, { from: 0, to: 100 }, words.wrongPercent),
    allowRemovals: options.allowRemovals === true,
    forgetAfterDays:
      options.forgetAfter === undefined
        ? null
        : parseWhole(options.forgetAfter, { from: 1, to: 3_650 }, words.wrongDays),
    json: options.json === true,
    language: parseLanguage(options.language),
  };
}

/** @throws InvalidInput */
export function parseLanguage(given: string): ReplyLanguage {
  if (given === 'sv' || given === 'en') return given;
  throw new InvalidInput(words.wrongLanguage);
}

function parseWhole(given: string, { from, to }: { from: number; to: number }, sentence: string): number {
  const value = /^\d{1,6}$/.test(given) ? Number(given) : Number.NaN;
  if (!(value >= from && value <= to)) throw new InvalidInput(sentence);
  return value;
}
