import type { AuditLog } from '#bot/handoff/audit-log.ts';
import type { MachineDrafts } from '#bot/model/machine-drafts.ts';
import type { SuggestionDesk } from '#knowledge/note-suggestion.ts';
import type { WorkStore } from '#knowledge/review/work-store.ts';
import type { NotePorts } from '../notes/note-ports.ts';
import type { TryPorts } from '../try/try-routes.ts';

/** What the lists of work need beside the desk. */
export type WorkPorts = NotePorts &
  Pick<TryPorts, 'understanding'> & {
    readonly work: WorkStore;
    readonly suggestions: SuggestionDesk;
    /** Hears who looked at others' cases. Absent: in tests that are not about it. */
    readonly audit?: AuditLog | undefined;
    /** Null or absent: rules write what there is. */
    readonly machineDrafts?: MachineDrafts | null;
  };
