import type { Desk } from '#bot/desk/desk.ts';
import type { ResponsibilityRow } from '#bot/desk/desk-settings.ts';
import type { Case } from '#bot/handoff/case.ts';
import { contractorRecords } from '#bot/handoff/contractor-record.ts';
import { staysOf } from '#bot/handoff/contractor-stays.ts';
import { type BouncePattern, findBouncePattern } from '#bot/handoff/find-bounce-pattern.ts';
import type { Responsible } from '#bot/triage/responsible.ts';
import type { HelpPorts } from './find-help.ts';
import type { Help } from './help.ts';

type Ports = Pick<HelpPorts, 'cases' | 'chooseResponsible' | 'loaded' | 'at'>;

/** The row of the matrix that would spare the most detours over a contractor who sends cases back. */
export async function findRowToChange(ports: Ports, since: Date): Promise<Help['rowToChange']> {
  const { loaded, cases } = ports;
  const { desk } = loaded;
  const all = await cases.withContractor({ since });
  const bounced = all.flatMap((item) =>
    staysOf(item).flatMap(({ contractorId, bounce }) =>
      bounce && bounce.at >= since ? [{ item, contractorId }] : [],
    ),
  );
  const patterns = new Map<string, BouncePattern>();
  for (const { item, contractorId } of bounced) {
    const siteKind = desk.sites.get(item.siteId ?? '')?.kind ?? null;
    const key = `${contractorId} ${item.category} ${siteKind}`;
    if (patterns.has(key)) continue;
    const pattern = findBouncePattern({
      ...{ contractorId, item, since, desk },
      cases: all.filter(({ category }) => category === item.category),
      noteOf: (id) => loaded.notes.get(id),
      known: [],
    });
    if (pattern !== null) patterns.set(key, pattern);
  }
  const effects = [...patterns.values()]
    .map((pattern) => replay(pattern, ports))
    .filter((one) => one.changed > 0);
  return effects.sort((a, b) => b.changed - a.changed)[0] ?? null;
}

/** Each case is given to somebody as it would be today, and then with the row. */
function replay(
  pattern: BouncePattern,
  { chooseResponsible, loaded, at }: Ports,
): NonNullable<Help['rowToChange']> {
  const { desk, notes } = loaded;
  const { contractorId, category, siteKind, tickets, bounced } = pattern;
  const row: ResponsibilityRow = {
    category,
    siteKind,
    site: null,
    area: null,
    handledBy: 'local',
    contractor: null,
  };
  const changed: Desk = {
    ...desk,
    settings: { ...desk.settings, responsibility: [row, ...desk.settings.responsibility] },
  };
  const ask = (from: Desk, item: Case) =>
    chooseResponsible(from, {
      category,
      siteId: item.siteId,
      level: item.priority.level,
      at: item.createdAt,
      noteHandledBy:
        item.packet.notesShown.map((id) => notes.get(id)?.handledBy ?? null).find(Boolean) ?? null,
      openCases: new Map(),
    });
  const moved = tickets.flatMap((item) => {
    const [before, after] = [ask(desk, item), ask(changed, item)];
    return before?.id === contractorId && after !== null && after.id !== contractorId
      ? [{ item, after }]
      : [];
  });
  const isBounced = new Set(bounced.map(({ id }) => id));
  const spared = moved.filter(({ item }) => isBounced.has(item.id));
  const waited = spared.flatMap(({ item }) =>
    contractorRecords(item, desk.settings, at).filter((one) => one.contractorId === contractorId),
  );
  return {
    ...{ contractorId, category, siteKind },
    insteadOf: mostOften(moved.map(({ after }) => after)),
    bounced: bounced.length,
    tickets: tickets.length,
    hours: Math.round(waited.reduce((sum, one) => sum + one.waited, 0) / 3_600_000),
    caseNumbers: bounced.map(({ number }) => number).slice(-10),
    replayed: tickets.length,
    changed: spared.length,
  };
}

function mostOften(parties: readonly Responsible[]): string {
  const [most] = [...Map.groupBy(parties, ({ id }) => id)].sort(([, a], [, b]) => b.length - a.length);
  return most?.[0] ?? '';
}
