import { SearchBox, type SearchBoxProps } from '@fluentui/react-components';
import { useShellWords } from '../shell/tab-context.ts';

type Props = Pick<SearchBoxProps, 'className' | 'size' | 'value' | 'onChange'> & { readonly label: string };

/** A search whose every part has a name in the reader's language; Fluent UI's own are English. */
export function SearchField({ label, ...props }: Props) {
  const { clear } = useShellWords();
  return (
    <SearchBox {...props} aria-label={label} placeholder={label} dismiss={{ 'aria-label': clear(label) }} />
  );
}
