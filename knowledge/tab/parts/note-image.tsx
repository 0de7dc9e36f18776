import { useEffect, useState } from 'react';
import { notesTexts } from '#bot/i18n/tab-notes.ts';
import { useTab, useWords } from '../shell/tab-context.ts';
import { useLoad } from '../shell/use-load.ts';
import { imageName } from './image-name.ts';

/**
 * A picture of a note. It needs the token, which an <img> does not send, so it is fetched and shown from memory.
 * A picture from elsewhere is not loaded: it would tell that place who reads.
 */
export function NoteImage({ source, alt }: { source: string; alt: string }) {
  const { client } = useTab();
  const words = useWords(notesTexts).page;
  const name = imageName(source);
  const file = useLoad(name === null ? null : `image ${name}`, (signal) =>
    client.download(`/images/${encodeURIComponent(name ?? '')}`, { signal }),
  );
  const address = useDataAddress(file.value);
  if (name === null) return <a href={/^https?:/.test(source) ? source : '#'}>{alt || words.image}</a>;
  if (file.failure !== null) return <em>{words.imageGone}</em>;
  return address === null ? <em>{alt}</em> : <img className="note-image" src={address} alt={alt} />;
}

function useDataAddress(file: Blob | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (file === null) return;
    const reader = new FileReader();
    reader.onload = () => setAddress(typeof reader.result === 'string' ? reader.result : null);
    reader.readAsDataURL(file);
    return () => reader.abort();
  }, [file]);
  return address;
}
