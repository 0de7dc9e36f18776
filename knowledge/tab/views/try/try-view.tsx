import { ViewHeading } from '../../parts/view-heading.tsx';
import { useShellWords } from '../../shell/tab-context.ts';

export function TryView() {
  const words = useShellWords();
  return <ViewHeading>{words.areas.try}</ViewHeading>;
}
