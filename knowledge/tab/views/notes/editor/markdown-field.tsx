import { Button, Textarea } from '@fluentui/react-components';
import { EyeOffRegular } from '@fluentui/react-icons/svg/eye-off';
import { ImageAddRegular } from '@fluentui/react-icons/svg/image-add';
import { TextBoldRegular } from '@fluentui/react-icons/svg/text-bold';
import { TextBulletListRegular } from '@fluentui/react-icons/svg/text-bullet-list';
import { type ReactElement, useRef } from 'react';
import { noteFormTexts } from '#bot/i18n/tab-note-form.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { FieldBox } from './field-box.tsx';
import { useNoteForm } from './form-state.ts';
import { bullets, wrap } from './markdown-tools.ts';
import { usePictures } from './use-pictures.tsx';

type Props = { field: 'intro' | 'outro'; label: string; hint: string; rows: number };

const longest = 40_000;

/** A longer text in Markdown, with the few tools that a note needs. A pasted picture is taken in. */
export function MarkdownField({ field, label, hint, rows }: Props) {
  const words = useWords(noteFormTexts);
  const { content, set } = useNoteForm();
  const area = useRef<HTMLTextAreaElement>(null);
  const { change, onPaste, dialog, choosePicture } = usePictures(area, content[field], (text) =>
    set(field, text),
  );
  return (
    <div className="markdown-field">
      <FieldBox field={field} label={label} hint={hint} isFull={content[field].length >= longest}>
        <Textarea
          textarea={{ ref: area }}
          value={content[field]}
          rows={rows}
          resize="vertical"
          maxLength={longest}
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
        <Tool icon={<ImageAddRegular />} name={words.image} onUse={choosePicture} />
      </div>
      {dialog}
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
