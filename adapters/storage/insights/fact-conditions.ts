import type { FactFilter } from '#bot/insights/insight-store.ts';

/**
 * SQL for a filter over `fact_parts`, or over `case_facts`, which has to be found by time; spelt out by what is asked, so
 * that the index that fits is used.
 */
export function conditions(
  filter: FactFilter,
  table: 'fact_parts' | 'case_facts',
): { readonly where: string; readonly values: unknown[] } {
  const values: unknown[] = [];
  const ask = (text: string, value: unknown) => {
    if (value === undefined || value === null) return [];
    values.push(value);
    return [text.replace('?', `$${values.length}`)];
  };
  const { weeks, month } = filter;
  const [from, to] = month === null ? [weeks?.from, weeks?.to] : [`${month}-01`, `${month}-28`];
  const where = [
    ...ask('week >= ?', month === null ? from : null),
    ...ask('week <= ?', month === null ? to : null),
    ...ask('month = ?', month),
    // Two days of room for time zones: the week or month decides, this only helps to find them.
    ...(table === 'fact_parts'
      ? []
      : [...ask("at >= ?::date - interval '2 days'", from), ...ask("at < ?::date + interval '10 days'", to)]),
    // A month's weeks begin at most six days before it.
    ...(table === 'case_facts' || month === null
      ? []
      : [
          ...ask("week >= ?::date - interval '6 days'", from),
          ...ask("week <= ?::date + interval '3 days'", to),
        ]),
    ...ask('site_id = ?', filter.site),
    ...ask('area = ?', filter.area),
    ...ask('site_kind = ?', filter.kind),
    ...ask('category = ?', filter.category),
    ...ask('priority = ?', filter.priority),
    ...ask('type = ?', filter.type),
  ];
  return { where: where.join(' and ') || 'true', values };
}
