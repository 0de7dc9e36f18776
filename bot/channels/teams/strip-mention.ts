import { z } from 'zod';
import type { ActivitySchema } from './activity-schema.ts';

const Mention = z.object({
  type: z.literal('mention'),
  text: z.string().min(1),
  mentioned: z.object({ id: z.string() }),
});

/** In groups and channels the bot hears only what mentions it; the mention itself says nothing. Other people's names stay. */
export function stripMention(activity: ActivitySchema): string {
  const mentions = (activity.entities ?? []).map((entity) => Mention.safeParse(entity).data);
  const own = mentions.filter((mention) => mention?.mentioned.id === activity.recipient.id);
  const text = own.reduce((rest, mention) => rest.replaceAll(mention?.text ?? '', ' '), activity.text ?? '');
  return text.replace(/<at(?: [^>]*)?>([^<]*)<\/at>/g, '$1');
}
