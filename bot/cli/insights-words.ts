/** What `vaktis insights` says. */
export const insightsWords = {
  insights: 'count what is shown in the tab, and write it out',
  rebuild: 'forget every figure and count from the beginning; closed months that change get a trace',
  rebuilt: (facts: number, cells: number, revisions: number, seconds: number) =>
    `${facts} cases and talks counted in ${cells} weeks, in ${seconds} s; ${revisions} figures of closed months changed.`,
  refresh: 'count what changed since it was counted last, and what would help most',
  export: 'write every figure with its formula, whole and broken down',
  period: '13-weeks, 52-weeks or a month such as 2026-10',
  site: 'of one site only: its id',
  format: 'csv or json',
  language: 'of the formulas: sv or en',
  out: 'write to a file, not to the terminal',
  wrong: (what: string, given: string) => `${what} cannot be ${given}.`,
  noSite: (id: string) => `There is no site ${id}.`,
  written: (rows: number, path: string) => `${rows} figures written to ${path}.`,
} as const;
