import { ViewHeading } from '../../parts/view-heading.tsx';
import { useShellWords } from '../../shell/tab-context.ts';

export function NotesView() {
  const words = useShellWords();
  return <ViewHeading>{words.areas.notes}</ViewHeading>;
}
