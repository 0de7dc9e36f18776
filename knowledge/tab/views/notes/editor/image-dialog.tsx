import { Button, Field, Input } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { noteFormTexts } from '#bot/i18n/tab-note-form.ts';
import { failureInWords } from '../../../parts/failure-message.tsx';
import { Modal } from '../../../parts/modal.tsx';
import { useShellWords, useTab, useWords } from '../../../shell/tab-context.ts';
import { toFailure } from '../../../shell/use-load.ts';
import { shrinkImage } from './shrink-image.ts';

type Props = {
  /** What was pasted; null: it is still to be chosen. */
  file: File | null;
  onInsert: (picture: { path: string; alt: string }) => void;
  onClose: () => void;
};

/** Takes a picture in: shown, described in words, made small enough, sent. */
export function ImageDialog({ file: pasted, onInsert, onClose }: Props) {
  const words = useWords(noteFormTexts).picture;
  const shell = useShellWords();
  const [file, setFile] = useState<File | null>(pasted);
  const [alt, setAlt] = useState('');
  const { isBusy, fault, send } = useUpload();
  const shown = useAddress(file);
  const insert = async () => {
    const path = file === null ? null : await send(file);
    if (path === null) return;
    onInsert({ path, alt });
    onClose();
  };
  return (
    <Modal
      isOpen
      title={words.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button
            appearance="primary"
            disabled={isBusy || file === null || alt.trim() === ''}
            onClick={() => void insert()}
          >
            {isBusy ? words.loading : words.insert}
          </Button>
        </>
      }
    >
      <div className="picture">
        {shown === null ? (
          <Field label={words.choose} {...(fault && { validationMessage: fault })}>
            <input
              type="file"
              accept="image/png,image/jpeg,image/webp"
              onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            />
          </Field>
        ) : (
          <img src={shown} alt="" />
        )}
        <Field
          label={words.alt}
          hint={words.altHint}
          required
          {...(fault && shown !== null && { validationMessage: fault })}
        >
          <Input value={alt} maxLength={300} onChange={(_, { value }) => setAlt(value)} />
        </Field>
      </div>
    </Modal>
  );
}

function useUpload() {
  const words = useWords(noteFormTexts).picture;
  const shell = useShellWords();
  const { client } = useTab();
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const send = async (file: File): Promise<string | null> => {
    setBusy(true);
    setFault(null);
    try {
      const small = await shrinkImage(file);
      if (small.kind === 'ready') return (await client.upload<{ path: string }>('/images', small.file)).path;
      setFault(small.kind === 'too-large' ? words.tooLarge : words.notPicture);
    } catch (error) {
      setFault(failureInWords(shell, toFailure(error)));
    } finally {
      setBusy(false);
    }
    return null;
  };
  return { isBusy, fault, send };
}

function useAddress(file: File | null): string | null {
  const address = useMemo(() => (file === null ? null : URL.createObjectURL(file)), [file]);
  useEffect(
    () => () => {
      if (address !== null) URL.revokeObjectURL(address);
    },
    [address],
  );
  return address;
}
