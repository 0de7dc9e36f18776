import { createLessonDesk } from '#adapters/storage/lesson-store.ts';
import { leanOf } from '#knowledge/search/learn/lean.ts';
import type { LearnedWording } from '#knowledge/search/learn/learned-wording.ts';
import { tellingWords } from '#knowledge/search/learn/telling-words.ts';
import type { RegisterCommand } from './command-context.ts';
import { learningWords as words } from './learning-words.ts';

export const registerLearned: RegisterCommand = (program, context, exitWith) => {
  const learned = program.command('learned').description(words.learned);
  const desk = async () => createLessonDesk((await context.storage()).database);
  learned
    .command('list')
    .description(words.listLearned)
    .option('--json', words.json)
    .action(async ({ json }: { json?: boolean }) => {
      const rows = (await (await desk()).list()).map((group) => toRow(group, new Date()));
      if (json === true) context.write(JSON.stringify(rows));
      else if (rows.length === 0) context.write(words.nothingLearned);
      else for (const row of rows) context.write(inWords(row));
      exitWith(0);
    });
  learned
    .command('undo')
    .argument('<id>', words.id)
    .description(words.undo)
    .action(async (id: string) => {
      context.write(words.undone(await (await desk()).undo({ id, at: new Date() })));
      exitWith(0);
    });
};

type Row = {
  readonly id: string;
  readonly noteId: string;
  readonly wording: string;
  readonly helped: number;
  readonly didNotHelp: number;
  readonly people: number;
  /** How far the note moves now for a question in these words. */
  readonly lean: number;
};

function toRow({ id, noteId, wording, lessons }: LearnedWording, at: Date): Row {
  const helped = lessons.filter((lesson) => lesson.helped).length;
  return {
    id,
    noteId,
    wording,
    helped,
    didNotHelp: lessons.length - helped,
    people: new Set(lessons.map(({ byUpn }) => byUpn)).size,
    lean: Math.round(leanOf(lessons, tellingWords(wording), at) * 1000) / 1000,
  };
}

function inWords({ id, lean, people, helped, didNotHelp, noteId, wording }: Row): string {
  const sign = lean > 0 ? '+' : '';
  return `${id}  ${sign}${lean.toFixed(3)}  ${people} people, ${helped} yes, ${didNotHelp} no  ${noteId}  “${wording}”`;
}
