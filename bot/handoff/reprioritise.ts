import { PriorityLevel, priorityLevels } from '#bot/desk/priority.ts';
import { askAnew } from './ask-anew.ts';
import { isOpen } from './case.ts';
import { viewCase } from './case-views.ts';
import { changeCase, record } from './change-case.ts';
import { mayDispatch, startWork } from './context.ts';
import { languageOfColleague, tellPerson } from './outbox.ts';
import { findStanding, given, refuse, showDone, type TechnicianAction } from './press.ts';
import { watchClocksLater } from './watch-clocks.ts';

/** A dispatcher says how urgent it really is, and why. The clocks follow; whoever has it, or is asked, hears it. */
export const reprioritise: TechnicianAction = async (stores, ctx, press) => {
  const work = startWork(stores, ctx);
  const standing = await findStanding(work, press);
  if (standing === null) return refuse(work, press, null, 'gone');
  const { item, offer } = standing;
  if (!mayDispatch(press.actor)) return refuse(work, press, item, 'not-yours');
  const level = PriorityLevel.safeParse(press.value);
  const why = given(press.text);
  if (!level.success || why === null) return refuse(work, press, item, 'missing-input');
  if (item.priority.level === level.data) return refuse(work, press, item, 'already-done');
  const saved = await changeCase(work, item.id, (current) =>
    isOpen(current.state) ? { ...current, priority: { ...current.priority, level: level.data } } : null,
  );
  if (saved === null) return refuse(work, press, item, 'gone');
  const change = { from: item.priority.level, to: level.data, text: why };
  await record(work, item.id, 'reprioritised', press.actor.upn, change);
  await watchClocksLater(work, saved);
  const isRaised = priorityLevels.indexOf(level.data) < priorityLevels.indexOf(item.priority.level);
  const holder = saved.assignee ?? offer?.to ?? null;
  if (holder !== null && holder.kind !== 'contractor' && holder.id !== press.actor.upn)
    await tellPerson(work, {
      upn: holder.id,
      content: {
        kind: 'case-message',
        case: viewCase(saved, ctx.loaded.desk, ctx.at),
        from: press.actor.name,
        text: why,
      },
      language: languageOfColleague(work, holder.id),
      caseId: saved.id,
    });
  const asked = isRaised && offer !== null ? await askAnew(work, saved, offer) : saved;
  return showDone(work, press, asked);
};
