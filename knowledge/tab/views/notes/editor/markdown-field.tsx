import { Button, Textarea } from '@fluentui/react-components';
import { EyeOffRegular } from '@fluentui/react-icons/svg/eye-off';
import { ImageAddRegular } from '@fluentui/react-icons/svg/image-add';
import { TextBoldRegular } from '@fluentui/react-icons/svg/text-bold';
import { TextBulletListRegular } from '@fluentui/react-icons/svg/text-bullet-list';
import { type ClipboardEvent, type ReactElement, useLayoutEffect, useRef, useState } from 'react';
import { noteFormTexts } from '#bot/i18n/tab-note-form.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { FieldBox } from './field-box.tsx';
import { useNoteForm } from './form-state.ts';
import { ImageDialog } from './image-dialog.tsx';
import { bullets, type Chosen, imageMarkdown, insert, wrap } from './markdown-tools.ts';

type Props = { field: 'intro' | 'outro'; label: string; hint: string; rows: number };

/** A longer text in Markdown, with the few tools that a note needs. A pasted picture is taken in. */
export function MarkdownField({ field, label, hint, rows }: Props) {
  const words = useWords(noteFormTexts);
  const { content, set } = useNoteForm();
  const area = useRef<HTMLTextAreaElement>(null);
  const change = useChosen(area, content[field], (text) => set(field, text));
  const [picture, setPicture] = useState<File | 'choose' | null>(null);
  const onPaste = (event: ClipboardEvent) => {
    const file = [...event.clipboardData.files].find(({ type }) => type.startsWith('image/'));
    if (file === undefined) return;
    event.preventDefault();
    setPicture(file);
  };
  return (
    <div className="markdown-field">
      <FieldBox field={field} label={label} hint={hint}>
        <Textarea
          textarea={{ ref: area }}
          value={content[field]}
          rows={rows}
          resize="vertical"
          maxLength={40_000}
          onChange={(_, { value }) => set(field, value)}
          onPaste={onPaste}
        />
      </FieldBox>
      <div role="toolbar" className="markdown-tools" aria-label={`${words.tools}: ${label}`}>
        <Tool
          icon={<TextBoldRegular />}
          name={words.bold}
          onUse={() => change((it) => wrap(it, '**', '**'))}
        />
        <Tool icon={<TextBulletListRegular />} name={words.bullets} onUse={() => change(bullets)} />
        <Tool
          icon={<EyeOffRegular />}
          name={words.private}
          help={words.privateHelp}
          onUse={() => change((it) => wrap(it, '[privat]', '[/privat]'))}
        />
        <Tool icon={<ImageAddRegular />} name={words.image} onUse={() => setPicture('choose')} />
      </div>
      {picture !== null && (
        <ImageDialog
          file={picture === 'choose' ? null : picture}
          onInsert={({ path, alt }) => change((it) => insert(it, imageMarkdown(path, alt)))}
          onClose={() => setPicture(null)}
        />
      )}
    </div>
  );
}

type ToolProps = { icon: ReactElement; name: string; help?: string; onUse: () => void };

function Tool({ icon, name, help, onUse }: ToolProps) {
  return (
    <Button appearance="subtle" size="small" icon={icon} title={help} onClick={onUse}>
      {name}
    </Button>
  );
}

/** Changes the text at what is chosen in the field, and puts the caret where it belongs afterwards. */
function useChosen(
  area: { readonly current: HTMLTextAreaElement | null },
  text: string,
  onChange: (text: string) => void,
) {
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
