import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import type { ResponsibilityQuestion, Responsible } from '#bot/triage/responsible.ts';
import type { Case } from './case.ts';
import { cannotWait } from './case-views.ts';
import type { Work } from './context.ts';

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
  return {
    category: item.category,
    siteId: item.siteId,
    level: cannotWait(item) ? 'critical' : item.priority.level,
    at: work.ctx.at,
    noteHandledBy: null,
    openCases: await work.stores.cases.openCountByTechnician(),
    except,
  };
}
