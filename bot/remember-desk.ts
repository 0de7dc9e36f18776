import type { DeskSource, LoadedDesk } from '#bot/triage/desk-source.ts';

export type RememberedDesk = { readonly source: DeskSource; readonly latest: () => LoadedDesk | null };

/** The latest desk that anybody read, for what must be known without waiting (a zone, a language). */
export function rememberDesk(source: DeskSource): RememberedDesk {
  let latest: LoadedDesk | null = null;
  return {
    source: {
      async current() {
        latest = await source.current();
        return latest;
      },
    },
    latest: () => latest,
  };
}
