import { secrecyAdvice } from '#bot/i18n/tab-secrecy-advice.ts';

/** What editors should know of public records and secrecy before they write a note, as a paper; the tab shows the same. */
export function renderSecrecyAdvice(): string {
  const { title, intro, ask, ...lists } = secrecyAdvice.sv;
  const section = (heading: string, points: readonly string[]) => [
    `## ${heading}`,
    '',
    ...points.map((point) => `- ${point}`),
    '',
  ];
  return [
    `# ${title}`,
    '',
    intro,
    '',
    ...section(lists.dontTitle, lists.dont),
    ...section(lists.insteadTitle, lists.instead),
    ...section(lists.rulesTitle, lists.rules),
    ask,
    '',
  ].join('\n');
}
