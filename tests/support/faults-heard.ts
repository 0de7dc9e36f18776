/** Things that one acts on: whoever cannot see them knows them by their name alone. */
const controls =
  /^(button|link|textbox|searchbox|combobox|checkbox|radio|switch|slider|DisclosureTriangle|listbox|table|region|navigation|dialog|alertdialog|heading \d)(?: |$)/;
/** Names that a library brings along where none is given, in a language of its own. */
const foreign = /“(?:clear|Open|Close|Dismiss|Open .*)”/;

/** What would be wrong with a page for whoever hears it from top to bottom, as `read-aloud.ts` has it. */
export function faultsHeard(lines: readonly string[]): string[] {
  const levels = lines.flatMap((line) => Number(/^heading (\d)/.exec(line)?.[1] ?? Number.NaN) || []);
  const skipped = levels.flatMap((level, at) =>
    level > (levels[at - 1] ?? 0) + 1 ? [`heading ${level} comes after heading ${levels[at - 1] ?? 0}`] : [],
  );
  const said = lines.flatMap((line) => {
    const [, name = '', description = ''] = /“([^”]*)”.*?(?:\((.*)\))?$/.exec(line) ?? [];
    return [
      ...(controls.test(line) && name === '' ? [`has no name: ${line}`] : []),
      ...(name !== '' && name === description ? [`is read twice: ${line}`] : []),
      ...(foreign.test(line) ? [`is not in the reader’s language: ${line}`] : []),
      ...(/^“[›»•·|]”$/.test(line) ? [`a mark is read as words: ${line}`] : []),
    ];
  });
  return [...skipped, ...said];
}
