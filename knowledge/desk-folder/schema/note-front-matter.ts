import { z } from 'zod';
import { Category } from '#bot/desk/category.ts';
import { SiteKind } from '#bot/desk/site.ts';
import { type Note, sharedFolder } from '../../note.ts';
import { Day, IdList, Moment, Text, TextList, Upn } from './fields.ts';

export const NoteFrontMatter = z
  .object({
    title: Text,
    category: Category,
    sites: IdList.optional(),
    site_kinds: z
      .union([SiteKind, z.array(SiteKind)])
      .transform((kinds): SiteKind[] => [kinds].flat())
      .optional(),
    audience: z.enum(['staff', 'technician']),
    symptoms: TextList.optional(),
    asset: Text.optional(),
    warning: Text.optional(),
    handled_by: Text.describe('local, contractor, contractor:<id> or the upn of a technician').optional(),
    owner: Upn.optional(),
    status: z.enum(['draft', 'in-review', 'published', 'archived']).default('published'),
    confidence: z.enum(['work-in-progress', 'not-validated', 'validated']).default('validated'),
    last_verified: Day.optional(),
    review_by: Day.optional(),
    valid_from: Moment.optional(),
    valid_to: Moment.optional(),
  })
  .meta({ title: 'The front matter of a note' });
export type NoteFrontMatter = z.infer<typeof NoteFrontMatter>;

/** A note in a site's folder is about that site unless its front matter names others. */
export function mapNote(
  place: { folder: string; name: string },
  yaml: NoteFrontMatter,
  body: string,
  extra: Readonly<Record<string, unknown>>,
): Note {
  const sites = yaml.sites ?? [];
  return {
    id: `${place.folder}/${place.name}`,
    title: yaml.title,
    category: yaml.category,
    sites: sites.length === 0 && place.folder !== sharedFolder ? [place.folder] : sites,
    siteKinds: yaml.site_kinds ?? [],
    audience: yaml.audience,
    symptoms: yaml.symptoms ?? [],
    asset: yaml.asset ?? null,
    warning: yaml.warning ?? null,
    handledBy: normaliseHandledBy(yaml.handled_by),
    owner: yaml.owner ?? null,
    status: yaml.status,
    confidence: yaml.confidence,
    lastVerified: yaml.last_verified ?? null,
    reviewBy: yaml.review_by ?? null,
    validFrom: yaml.valid_from ?? null,
    validTo: yaml.valid_to ?? null,
    body,
    ...(Object.keys(extra).length > 0 && { extra }),
  };
}

function normaliseHandledBy(text: string | undefined): string | null {
  if (text === undefined) return null;
  return text.includes('@') ? text.toLowerCase() : text.replace(/^contractor:\s+/, 'contractor:');
}
