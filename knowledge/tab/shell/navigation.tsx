import type { Area } from './areas.ts';
import { useShellWords } from './tab-context.ts';

/** The areas that are open to whoever reads: across the top, at the foot of a phone. */
export function Navigation({ areas, current }: { areas: readonly Area[]; current: Area | null }) {
  const words = useShellWords();
  return (
    <nav className="navigation" aria-label={words.navigation}>
      <ul>
        {areas.map(({ id, Icon }) => (
          <li key={id}>
            <a href={`#/${id}`} aria-current={id === current?.id ? 'page' : undefined}>
              <Icon className="navigation-icon" />
              <span>{words.areas[id]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
