import { z } from 'zod';
import { Category } from '#bot/desk/category.ts';
import { PriorityLevel } from '#bot/desk/priority.ts';

const said = z.string().trim().min(1).max(300).nullable();

/**
 * What a language model made of one message: evidence beside the rules' own, never a decision. Every field may be
 * null, since the message need not say it.
 */
export const Understanding = z.object({
  /** ISO 639-1. */
  language: z.string().regex(/^[a-z]{2,3}$/),
  /** The message in the desk's language, when it was written in another. */
  inDeskLanguage: z.string().trim().min(1).max(2_000).nullable(),
  /** What it is about. */
  category: Category.nullable(),
  what: said,
  /** The place as the person calls it. */
  where: said,
  device: said,
  since: said,
  affected: said,
  urgency: PriorityLevel.nullable(),
  /** Each problem by itself, when there are several. */
  problems: z.array(z.string().trim().min(1).max(300)).max(5),
  wantsPerson: z.boolean(),
  /** What a technician would still have to ask. */
  missing: z.array(z.string().trim().min(1).max(200)).max(5),
});
export type Understanding = Readonly<z.infer<typeof Understanding>>;

/** The same as models write it: "" for nothing, `sv-SE`, a sentence too many, a word that is no category. */
export const LooseUnderstanding = z.preprocess(tidy, Understanding);

const longest: Readonly<Record<string, number>> = { inDeskLanguage: 2_000, problems: 300, missing: 200 };
const usual = 300;
const nothing = /^(?:null|none|n\/a|unknown|okänt|-)?$/i;

function tidy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const tidied = Object.entries(value).map(([name, field]) => [name, tidyField(name, field)]);
  return { ...absent, ...Object.fromEntries(tidied) };
}

const absent = {
  inDeskLanguage: null,
  category: null,
  what: null,
  where: null,
  device: null,
  since: null,
  affected: null,
  urgency: null,
  problems: [],
  wantsPerson: false,
  missing: [],
};

function tidyField(name: string, field: unknown): unknown {
  if (name === 'problems' || name === 'missing') {
    const items: unknown[] = Array.isArray(field) ? field : [];
    return items.flatMap((item) => tidyText(item, longest[name] ?? usual) ?? []).slice(0, 5);
  }
  if (name === 'language') return typeof field === 'string' ? languageOf(field) : field;
  if (name === 'category') return Category.safeParse(field).data ?? null;
  if (name === 'urgency') return PriorityLevel.safeParse(field).data ?? null;
  if (name === 'wantsPerson') return field === true || field === 'true';
  return tidyText(field, longest[name] ?? usual);
}

function tidyText(field: unknown, most: number): string | null {
  const text = typeof field === 'string' ? field.trim() : '';
  return nothing.test(text) ? null : text.slice(0, most).trim();
}

/** In what the model and the rules differ. */
export type Difference = 'category' | 'language' | 'several' | 'urgency' | 'wants-person';

/** What of the model's understanding goes with the rules' triage, for those who read the case. */
export type ModelReading = {
  readonly understanding: Understanding;
  readonly differs: readonly Difference[];
  /** The rules' own confidence in the category: what is decided further on goes by this one. */
  readonly rulesConfidence: number;
};

/** `sv-SE`, `swe` and `Swedish` are `sv`: the names of languages begin like their longer codes. */
function languageOf(text: string): string {
  const [first = ''] = text
    .trim()
    .toLowerCase()
    .split(/[-_\s]/);
  const code = first.slice(0, 3);
  return /^[a-z]{2,3}$/.test(code) ? (Intl.getCanonicalLocales(code)[0] ?? code) : first;
}
