import { z } from 'zod';
import { isDuration } from '#bot/desk/duration.ts';
import { isDay, isInstant } from '#bot/desk/local-time.ts';

/**
 * The kinds of value that the files' schemas are made of. An error text says what was wanted and completes the
 * sentence "Write …": see parse-fields.ts.
 */

/** YAML reads `404` or `yes` as what it looks like; where words are wanted it is text all the same. */
export const Text = z
  .union([z.string(), z.number(), z.boolean()], { error: 'text' })
  .transform((value) => String(value).trim());

/** A list of texts; one text alone is a list of one. */
export const TextList = z
  .union([Text, z.array(Text)], { error: 'a list of texts' })
  .transform((value) => [value].flat().filter((text) => text !== ''));

export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const Id = z.string().regex(/^[a-z0-9-]+$/, 'an id of a-z, 0-9 and -');
export const IdList = z
  .union([Id, z.array(Id)], { error: 'a list of ids' })
  .transform((value): string[] => [value].flat());

/** A user principal name; compared in lower case. */
export const Upn = z
  .string({ error: 'a upn such as karin.lind@example.org' })
  .regex(/^\s*[^\s@;,]+@[^\s@;,]+\s*$/, 'a upn such as karin.lind@example.org')
  .transform((upn) => upn.trim().toLowerCase());

export const Guid = z
  .string()
  .regex(
    /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/,
    'a GUID such as b3ab28ed-f101-58f0-b1f6-cb2cf7801301',
  )
  .transform((guid) => guid.toLowerCase());

/** opening_hours syntax; that it can be read is checked with the desk's holidays, see check/hours.ts. */
export const Hours = z
  .string({ error: 'hours in quotes, such as "Mo-Fr 07:30-16:30"' })
  .describe('OpenStreetMap opening_hours syntax');

const dayText = 'a date such as 2026-09-14';
export const Day = z.string({ error: dayText }).refine(isDay, dayText).meta({ format: 'date' });

const momentText = 'a date such as 2026-09-14, or an instant such as 2026-09-14T08:00:00+02:00';
export const Moment = z
  .string({ error: momentText })
  .refine((text) => isDay(text) || isInstant(text), momentText)
  .describe('A date, or an ISO 8601 instant; without an offset it is in the desk’s zone');

const durationText = 'a duration such as 5m, 4h or 2d';
export const DurationField = z
  .string({ error: durationText })
  .refine((text) => isDuration(text) && !/^0+[mhd]$/.test(text.trim()), durationText)
  .transform((text) => text.trim())
  .meta({ pattern: '^[0-9]+[mhd]$' });

/** Two-letter codes, as far as they name a language. */
const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
export const Language = z
  .string()
  .regex(/^[a-z]{2}$/, 'a two-letter language code such as sv')
  .refine(
    (code) => !/^[a-z]{2}$/.test(code) || languageNames.of(code) !== undefined,
    'a two-letter language code such as sv',
  );

/** The texts of a CSV cell that holds a list. */
function splitCell(cell: string): string[] {
  return cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A CSV cell that holds a list separated by `;`. */
export function listCell<Item extends z.ZodType<unknown, string>>(item: Item) {
  return z.string().transform(splitCell).pipe(z.array(item));
}
