import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { tabExchangeTexts } from '#bot/i18n/tab-exchange.ts';
import { hashOf } from '../../shell/router.ts';
import { useWords } from '../../shell/tab-context.ts';

export function Saved({ count, onAgain }: { count: number; onAgain: () => void }) {
  const words = useWords(tabExchangeTexts);
  const text = useRef<HTMLParagraphElement>(null);
  useEffect(() => text.current?.focus(), []);
  return (
    <div className="exchange-saved">
      <p tabIndex={-1} ref={text}>
        {words.saved(count)}
      </p>
      <a href={hashOf('/notes', { status: 'draft' })}>{words.toDrafts}</a>
      <Button onClick={onAgain}>{words.another}</Button>
    </div>
  );
}
