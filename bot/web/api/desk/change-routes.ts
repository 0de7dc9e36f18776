import { z } from 'zod';
import type { Desk } from '#bot/desk/desk.ts';
import { apiTexts } from '#bot/i18n/api.ts';
import { deskWords } from '#bot/i18n/api-desk.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { differencesBetween } from '#knowledge/desk-folder/difference.ts';
import type { ItemChange } from '#knowledge/review/desk-editing.ts';
import { FaultyInput } from '../api-errors.ts';
import { pageOf } from '../contract/common-contract.ts';
import { DeskChange } from '../contract/desk-contract.ts';
import { defineRoute, type Route } from '../define-route.ts';
import { PageQuery } from '../page-of-list.ts';
import type { DeskPorts } from './desk-ports.ts';

const query = PageQuery.extend({
  kind: DeskChange.shape.kind.optional(),
  id: z.string().max(200).optional(),
});

export function createChangeRoutes({ editing }: Pick<DeskPorts, 'editing'>): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/desk/changes',
      summary: 'Every change of the desk, newest first, without secrets',
      access: 'see-desk',
      query,
      response: pageOf(DeskChange),
      async handle({ query: { kind, id, cursor, limit = 50 }, loaded: { desk }, language }) {
        if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) {
          throw new FaultyInput([{ path: 'cursor', message: apiTexts[language].fault.cursor }]);
        }
        const { items, total } = await editing.changes({
          ...(kind && { kind }),
          ...(id && { id }),
          ...(cursor && { beforeSeq: Number(cursor) }),
          limit: limit + 1,
        });
        const shown = items.slice(0, limit);
        const last = items.length > limit ? shown.at(-1) : undefined;
        return {
          items: shown.map((change) => toDeskChange(change, desk, language)),
          next: last === undefined ? null : String(last.seq),
          total,
        };
      },
    }),
  ];
}

function toDeskChange(change: ItemChange, desk: Desk, language: ReplyLanguage): DeskChange {
  const { seq, at, kind, id, way, byUpn } = change;
  return {
    ...{ seq, kind, id, way },
    at: at.toISOString(),
    byName: byUpn === null ? deskWords(language).nobodyInParticular : (desk.people.get(byUpn)?.name ?? byUpn),
    fields: fieldsOf(change, desk.settings.secretFacts, language),
  };
}

function fieldsOf(
  change: ItemChange,
  secretFacts: readonly string[],
  language: ReplyLanguage,
): DeskChange['fields'] {
  const shown = differencesBetween(
    withoutSecrets(change.before, secretFacts),
    withoutSecrets(change.after, secretFacts),
  );
  return [
    ...shown
      .map(({ field, before, after }) => ({ field, before: before ?? '', after: after ?? '' }))
      .filter(({ before, after }) => before !== after),
    ...secretChanges(change, secretFacts, language),
  ];
}

/** A contractor's other settings are the connector's own business. */
function withoutSecrets(value: ItemChange['before'], secretFacts: readonly string[]): object {
  if (value === null) return {};
  if ('contractors' in value) {
    return { ...value, contractors: value.contractors.map(({ settings: _settings, ...rest }) => rest) };
  }
  if (!('facts' in value)) return value;
  const facts = Object.entries(value.facts).filter(([name]) => !secretFacts.includes(name));
  return { ...value, facts: Object.fromEntries(facts) };
}

/** That a secret was set, changed or cleared, never to what. */
function secretChanges(
  { kind, before, after }: ItemChange,
  secretFacts: readonly string[],
  language: ReplyLanguage,
): DeskChange['fields'] {
  if (kind !== 'site') return [];
  const words = deskWords(language);
  const hidden = (text: string) => (text === '' ? '' : words.secret);
  return secretFacts.flatMap((name) => {
    const [old = '', now = ''] = [before?.facts[name], after?.facts[name]];
    if (old === now) return [];
    const changed = old !== '' && now !== '' ? `${words.secret} (${words.changed})` : hidden(now);
    return [{ field: `facts.${name}`, before: hidden(old), after: changed }];
  });
}
