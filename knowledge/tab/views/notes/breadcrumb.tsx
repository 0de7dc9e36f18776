import { notesTexts } from '#bot/i18n/tab-notes.ts';
import { hashOf } from '../../shell/router.ts';
import { useWords } from '../../shell/tab-context.ts';
import { useSiteName } from './sites-context.ts';

/** Where the note is: the list, its site, and from a page under it the note itself. */
export function Breadcrumb({ id, title }: { id: string; title?: string }) {
  const words = useWords(notesTexts);
  const siteName = useSiteName();
  const folder = id.split('/')[0] ?? '';
  return (
    <nav className="breadcrumb" aria-label={words.whereItIs}>
      <ol>
        <li>
          <a href={hashOf('/notes')}>{words.title}</a>
        </li>
        <li>
          <a href={hashOf('/notes', { site: folder })}>{siteName(folder)}</a>
        </li>
        {title !== undefined && (
          <li>
            <a href={hashOf(`/notes/${id}`)}>{title}</a>
          </li>
        )}
      </ol>
    </nav>
  );
}
