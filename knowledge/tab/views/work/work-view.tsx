import { ViewHeading } from '../../parts/view-heading.tsx';
import { useShellWords } from '../../shell/tab-context.ts';

export function WorkView() {
  const words = useShellWords();
  return <ViewHeading>{words.areas.work}</ViewHeading>;
}
