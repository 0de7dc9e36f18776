import { Button, Spinner } from '@fluentui/react-components';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { FailureMessage } from '../../../parts/failure-message.tsx';
import { SearchField } from '../../../parts/search-field.tsx';
import { type Page, usePages } from '../../../parts/use-pages.ts';
import { hashOf } from '../../../shell/router.ts';
import { useShellWords, useTab, useWords } from '../../../shell/tab-context.ts';
import type { Stored } from '../form/use-stored.ts';

type Column<T> = { readonly title: string; readonly cell: (value: T) => ReactNode };

type Props<T> = {
  /** Both the API's path and the tab's: `/desk/sites`. */
  path: string;
  label: string;
  search: string;
  none: string;
  /** The first names it, and leads to it. */
  columns: readonly Column<T>[];
  idOf: (value: T) => string;
  /** What a new one is called; null for whoever may not add one. */
  add: string | null;
};

/** Sites or people: a search, a table that is a list on a phone, and the way to each form. */
export function DeskList<T>({ path, label, search, none, columns, idOf, add }: Props<T>) {
  const { client } = useTab();
  const shell = useShellWords();
  const words = useWords(tabDeskTexts).lists;
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query.trim());
  const pages = usePages<Stored<T>>(`${path} ${asked}`, (cursor, signal) =>
    client.get<Page<Stored<T>>>(path, { query: { query: asked, cursor }, signal }),
  );
  return (
    <section className="desk-section" aria-label={label}>
      <div className="desk-tools">
        <SearchField label={search} value={query} onChange={(_, { value }) => setQuery(value)} />
        {add !== null && (
          <a className="desk-add" href={hashOf(path, { new: '1' })}>
            {add}
          </a>
        )}
      </div>
      {pages.failure !== null && (
        <FailureMessage words={shell} failure={pages.failure} onRetry={pages.reload} />
      )}
      {pages.items?.length === 0 && <p>{none}</p>}
      {pages.items !== null && pages.items.length > 0 && (
        <DeskTable
          label={label}
          path={path}
          columns={columns}
          idOf={idOf}
          values={pages.items.map(({ value }) => value)}
        />
      )}
      {pages.items === null && pages.failure === null && <Spinner label={words.loading} />}
      {pages.items !== null && pages.items.length > 0 && (
        <div className="desk-more">
          {pages.hasMore && <Button onClick={pages.more}>{words.more}</Button>}
          <small role="status">{words.shown(pages.items.length, pages.total)}</small>
        </div>
      )}
    </section>
  );
}

type TableProps<T> = Pick<Props<T>, 'label' | 'path' | 'columns' | 'idOf'> & { values: readonly T[] };

/** On a phone every cell says what it is: its column's title goes with it. */
export function DeskTable<T>({ label, path, columns, idOf, values }: TableProps<T>) {
  const [first, ...rest] = columns;
  return (
    <table className="desk-table" aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {values.map((value) => (
          <tr key={idOf(value)}>
            <th scope="row">
              <a href={hashOf(`${path}/${encodeURIComponent(idOf(value))}`)}>{first?.cell(value)}</a>
            </th>
            {rest.map(({ title, cell }) => (
              <td key={title} data-title={title}>
                {cell(value)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
