import { Button } from '@fluentui/react-components';
import type { NewNoteSeed } from '#bot/web/api/contract/work-contract.ts';
import { writeNoteFrom } from '../../../parts/handed-over.ts';

type Props = { seed: NewNoteSeed; children: string; isSecond?: boolean };

/** Opens the form of a new note with what is known of it. */
export function WriteNote({ seed, children, isSecond }: Props) {
  return (
    <Button appearance={isSecond ? 'secondary' : 'primary'} onClick={() => writeNoteFrom(seed)}>
      {children}
    </Button>
  );
}
