import { type ClipboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { ImageDialog } from './image-dialog.tsx';
import { type Chosen, imageMarkdown, insert } from './markdown-tools.ts';

type Area = { readonly current: HTMLTextAreaElement | null };

/**
 * Changes the text of a field at what is chosen in it, and takes pictures in there: pasted, or chosen. `dialog` is to
 * be shown beside the field.
 */
export function usePictures(area: Area, text: string, onChange: (text: string) => void) {
  const change = useChosen(area, text, onChange);
  const [picture, setPicture] = useState<File | 'choose' | null>(null);
  const onPaste = (event: ClipboardEvent) => {
    const file = [...event.clipboardData.files].find(({ type }) => type.startsWith('image/'));
    if (file === undefined) return;
    event.preventDefault();
    setPicture(file);
  };
  const dialog: ReactNode = picture !== null && (
    <ImageDialog
      file={picture === 'choose' ? null : picture}
      onInsert={({ path, alt }) => change((chosen) => insert(chosen, imageMarkdown(path, alt)))}
      onClose={() => setPicture(null)}
    />
  );
  return { change, onPaste, dialog, choosePicture: () => setPicture('choose') };
}

/** Puts the caret where it belongs once the changed text is shown. */
function useChosen(area: Area, text: string, onChange: (text: string) => void) {
  const next = useRef<Chosen | null>(null);
  useLayoutEffect(() => {
    if (next.current === null) return;
    const { start, end } = next.current;
    next.current = null;
    area.current?.focus();
    area.current?.setSelectionRange(start, end);
  });
  return (tool: (chosen: Chosen) => Chosen) => {
    const start = area.current?.selectionStart ?? text.length;
    const end = area.current?.selectionEnd ?? text.length;
    next.current = tool({ text, start, end });
    onChange(next.current.text);
  };
}
