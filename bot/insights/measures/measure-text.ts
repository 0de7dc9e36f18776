import { insightWords } from '#bot/i18n/insights.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import type { Measure } from './measures.ts';

/** A measure as people read it: name, formula, what is left out. */
export function measureText(measure: Measure, language: ReplyLanguage) {
  const { id, group, family, type, clock, unit, direction, variant } = measure;
  const words = insightWords(language);
  const { name, formula, excluded } = words.measure[family];
  const more = [
    ...(variant === null ? [] : [` ${words.variant[variant]}`]),
    ...(type === null || clock === null ? [] : [`, ${words.type[type]}, ${words.clock[clock]}`]),
  ];
  return {
    id,
    group,
    family,
    type,
    clock,
    name: `${name}${more.join('')}`,
    formula,
    excluded,
    unit,
    direction,
  };
}
