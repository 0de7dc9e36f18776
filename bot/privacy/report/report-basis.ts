import type { KeptDays } from '../retention-words.ts';

/** What the code knows when the papers are written. */
export type ReportBasis = {
  readonly deskName: string;
  readonly at: Date;
  readonly days: KeptDays;
  readonly sites: number;
  readonly people: number;
  readonly technicians: number;
  readonly contractors: readonly { readonly name: string; readonly withheld: readonly string[] }[];
  /** Whether a language model may be asked. */
  readonly hasModel: boolean;
  readonly hasEmbeddings: boolean;
  /** Whether people come from Microsoft Entra. */
  readonly hasDirectory: boolean;
};

/** What somebody of the organisation has to write. */
export const fillIn = (what: string) => `**[Fyll i: ${what}]**`;
export const day = (at: Date) => at.toISOString().slice(0, 10);
