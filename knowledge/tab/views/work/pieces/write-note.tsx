import { Button } from '@fluentui/react-components';
import type { NewNoteSeed } from '#bot/web/api/contract/work-contract.ts';
import { startNote } from '../../../parts/start-note.ts';

type Props = { seed: NewNoteSeed; children: string; isSecond?: boolean };

/** Opens the form of a new note with what is known of it. */
export function WriteNote({ seed, children, isSecond }: Props) {
  return (
    <Button appearance={isSecond ? 'secondary' : 'primary'} onClick={() => startNote(seed)}>
      {children}
    </Button>
  );
}
