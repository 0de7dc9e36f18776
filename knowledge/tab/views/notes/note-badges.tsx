import { Badge } from '@fluentui/react-components';
import { notesTexts } from '#bot/i18n/tab-notes.ts';
import type { NoteSummary } from '#bot/web/api/contract/note-contract.ts';
import { useWords } from '../../shell/tab-context.ts';

type Props = Pick<NoteSummary, 'status' | 'audience' | 'stale' | 'hasDraft'>;

/** What is out of the ordinary with a note: a published one for staff that is fresh has no badge. */
export function NoteBadges({ status, audience, stale, hasDraft }: Props) {
  const words = useWords(notesTexts);
  return (
    <span className="note-badges">
      {hasDraft && (
        <Badge appearance="tint" color="brand">
          {words.unsaved}
        </Badge>
      )}
      {stale && status === 'published' && (
        <Badge appearance="tint" color="warning">
          {words.stale}
        </Badge>
      )}
      {audience === 'technician' && (
        <Badge appearance="outline" color="informative">
          {words.audiences.technician}
        </Badge>
      )}
      {status !== 'published' && (
        <Badge appearance="tint" color="informative">
          {words.statuses[status]}
        </Badge>
      )}
    </span>
  );
}
