import { z } from 'zod';
import { isDay } from '#bot/desk/local-time.ts';
import { type Site, SiteKind } from '#bot/desk/site.ts';
import { Hours, Id, listCell, Upn } from './fields.ts';

const closedDaysText = 'dates or ranges such as 2026-12-24;2026-12-27/2027-01-06';
const rangeSeparator = /\s*(?:\/|\.\.|–|\s-\s|\s+to\s+)\s*/;

/** `2026-12-24`, or a range, which is kept as `2026-12-24/2027-01-06`. */
const ClosedDays = z
  .string()
  .transform((text) => text.split(rangeSeparator).join('/'))
  .refine((text) => {
    const [from = '', to = from, ...more] = text.split('/');
    return more.length === 0 && isDay(from) && isDay(to) && from <= to;
  }, closedDaysText);

function degrees(limit: number) {
  const wanted = `degrees between -${limit} and ${limit}, with a point`;
  return z
    .string()
    .refine((text) => /^-?\d+(\.\d+)?$/.test(text) && Math.abs(Number(text)) <= limit, wanted)
    .transform(Number);
}

/** One row of sites.csv; blank cells are left out before. Every further column is a fact. */
export const SiteRow = z
  .object({
    id: Id,
    name: z.string(),
    aliases: listCell(z.string()).optional(),
    kind: SiteKind,
    area: z.string(),
    address: z.string().optional(),
    phone: z.string().optional(),
    contact_upn: Upn.optional(),
    visit_hours: Hours.optional(),
    visit_notes: z.string().optional(),
    parent_id: Id.optional(),
    critical: z.string().describe('true; anything else is false').optional(),
    depends_on: listCell(Id).optional(),
    closed_days: listCell(ClosedDays).optional(),
    lat: degrees(90).optional(),
    lon: degrees(180).optional(),
  })
  .catchall(z.string())
  .meta({ title: 'A row of sites.csv' });
export type SiteRow = z.infer<typeof SiteRow>;

export const neededSiteColumns = ['id', 'name', 'kind', 'area'];
export const expectedSiteColumns = [
  'id',
  'name',
  'aliases',
  'kind',
  'area',
  'address',
  'phone',
  'contact_upn',
  'visit_hours',
  'visit_notes',
  'parent_id',
  'critical',
];
export const siteColumns = [...expectedSiteColumns, 'depends_on', 'closed_days', 'lat', 'lon'];

export function mapSite(row: SiteRow, facts: Readonly<Record<string, string>>): Site {
  return {
    id: row.id,
    name: row.name,
    aliases: row.aliases ?? [],
    kind: row.kind,
    area: row.area,
    address: row.address ?? null,
    phone: row.phone ?? null,
    contactUpn: row.contact_upn ?? null,
    visitHours: row.visit_hours ?? null,
    visitNotes: row.visit_notes ?? null,
    parentId: row.parent_id ?? null,
    critical: row.critical?.toLowerCase() === 'true',
    dependsOn: row.depends_on ?? [],
    closedDays: row.closed_days ?? [],
    lat: row.lat ?? null,
    lon: row.lon ?? null,
    facts,
  };
}
