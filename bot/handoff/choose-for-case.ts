import type { PriorityLevel } from '#bot/desk/priority.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import type { ResponsibilityQuestion, Responsible } from '#bot/triage/responsible.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import type { Case } from './case.ts';
import { cannotWait } from './case-views.ts';
import type { HandoffContext, Work } from './context.ts';
import type { CaseStore } from './stores.ts';

/** Whoever solved the same longer ago does not know it any better than others. */
const remembersFor = 180 * 86_400_000;

/** Asks the rules anew for a case that is under way: the desk, the rota and the load as they are now. */
export async function chooseFor(
  work: Work,
  item: Case,
  except: readonly string[],
): Promise<Responsible | null> {
  return chooseResponsible(work.ctx.loaded.desk, await questionFor(work, item, except));
}

export async function questionFor(
  work: Work,
  item: Case,
  except: readonly string[],
): Promise<ResponsibilityQuestion> {
  const { cases } = work.stores;
  return {
    category: item.category,
    siteId: item.siteId,
    level: levelOf(item),
    at: work.ctx.at,
    noteHandledBy: null,
    openCases: await cases.openCountByTechnician(),
    except,
    fixedBy: await fixedBy(cases, work.ctx, item),
    minding: 'visits',
  };
}

/** For the rules of who is asked: what cannot wait reaches whoever is on call. */
function levelOf(item: Pick<Case, 'priority'>): PriorityLevel {
  return cannotWait(item) ? 'critical' : item.priority.level;
}

/**
 * Whose a new case is, with what is known beyond its words: who solved the same there before, and who can be there
 * while the site is open. Only between technicians who are equally near; what a note says stands.
 */
export async function chooseWithKnowledge(
  cases: CaseStore,
  ctx: HandoffContext,
  { responsible, category, site, priority }: Triage,
): Promise<Responsible | null> {
  if (responsible?.kind !== 'technician' || category.id === null || site.id === null) return responsible;
  const byNote = responsible.reasons.find(({ key }) => key === 'responsible.note');
  const noteHandledBy = byNote?.values.handledBy ?? null;
  if (noteHandledBy !== null && noteHandledBy !== 'local') return responsible;
  const of = { siteId: site.id, category: category.id };
  const known = await fixedBy(cases, ctx, of);
  return chooseResponsible(ctx.loaded.desk, {
    ...of,
    level: levelOf({ priority }),
    at: ctx.at,
    noteHandledBy,
    openCases: ctx.openCases ?? (await cases.openCountByTechnician()),
    fixedBy: known,
    minding: 'visits',
  });
}

async function fixedBy(
  cases: CaseStore,
  { at }: HandoffContext,
  { siteId, category }: { siteId: string | null; category: string },
): Promise<string[]> {
  if (siteId === null) return [];
  return cases.fixersAt({ siteId, category, since: new Date(at.getTime() - remembersFor) });
}
