import { localDate } from '#bot/desk/local-time.ts';
import { NotAllowed } from '#bot/errors.ts';
import { insightWords } from '#bot/i18n/insights.ts';
import { messages } from '#bot/i18n/messages.ts';
import { Help, helpWindow } from '#bot/insights/helps/help.ts';
import type { InsightStore } from '#bot/insights/insight-store.ts';
import type { WhatHelps } from '../contract/insights-contract.ts';
import { type Asking, seesNotes } from './find-scope.ts';
import { labelOf } from './labels.ts';

/** As it was worked out last, in the reader's words. Editors see what is about notes. @throws NotAllowed */
export async function showHelp(store: InsightStore, asking: Asking): Promise<WhatHelps> {
  if (!seesNotes(asking)) throw new NotAllowed('what would help');
  const known = Help.safeParse((await store.help())?.data);
  if (!known.success) return nothing(asking);
  const help = known.data;
  const { loaded, language, rights } = asking;
  const { desk } = loaded;
  const { effect, because, ownTechnicians } = insightWords(language);
  const category = (id: keyof ReturnType<typeof messages>['words']['category']) =>
    messages(language).words.category[id];
  const siteName = (id: string | null) => (id === null ? null : (desk.sites.get(id)?.name ?? id));
  const contractorName = (id: string) => labelOf('contractor', id, desk, language);
  const all = rights.has('see-all-insights');
  const row = all ? help.rowToChange : null;
  return {
    from: help.from,
    to: help.to,
    madeAt: help.madeAt,
    notesToWrite: help.notesToWrite.map(({ replayed, changed, ...note }) => ({
      ...note,
      siteName: siteName(note.siteId),
      effect: { replayed, changed, words: effect.note(changed, replayed) },
    })),
    notesToMend: help.notesToMend.map(({ replayed, changed, ...note }) => ({
      ...note,
      effect: { replayed, changed, words: effect.mend(changed, replayed) },
    })),
    sitesToVisit: (all ? help.sitesToVisit : []).map(({ replayed, changed, ...visit }) => ({
      ...visit,
      siteName: siteName(visit.siteId) ?? visit.siteId,
      why: because.visit(visit.cases, visit.casesBefore, visit.device ?? category(visit.category)),
      effect: { replayed, changed, words: effect.visit(changed, replayed) },
    })),
    rowToChange: row && {
      contractorId: row.contractorId,
      contractorName: contractorName(row.contractorId),
      category: row.category,
      siteKind: row.siteKind,
      // The row says "local", whoever of them it had been.
      insteadOf: desk.settings.contractors.some(({ id }) => id === row.insteadOf)
        ? contractorName(row.insteadOf)
        : ownTechnicians,
      caseNumbers: row.caseNumbers,
      why: because.row(row.bounced, row.tickets),
      effect: {
        replayed: row.replayed,
        changed: row.changed,
        words: effect.row(row.changed, row.replayed, row.hours),
      },
    },
    contractorsToTalkTo: (all ? help.contractorsToTalkTo : []).map((one) => ({
      ...one,
      contractorName: contractorName(one.contractorId),
      why: because.contractor(one.of - one.kept, one.of, Math.round(one.overBy / 3600)),
    })),
  };
}

function nothing({ now, loaded }: Asking): WhatHelps {
  const { timezone } = loaded.desk.settings;
  const from = localDate(new Date(now.getTime() - helpWindow), timezone);
  const lists = {
    notesToWrite: [],
    notesToMend: [],
    sitesToVisit: [],
    rowToChange: null,
    contractorsToTalkTo: [],
  };
  return { from, to: localDate(now, timezone), madeAt: now.toISOString(), ...lists };
}
