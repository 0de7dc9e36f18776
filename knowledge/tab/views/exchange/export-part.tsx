import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useState } from 'react';
import { localDate } from '#bot/desk/local-time.ts';
import { tabExchangeTexts } from '#bot/i18n/tab-exchange.ts';
import type { ApiFailure } from '../../api/api-failure.ts';
import { FailureMessage } from '../../parts/failure-message.tsx';
import { handOut } from '../../parts/hand-out.ts';
import { useShellWords, useTab, useWords } from '../../shell/tab-context.ts';
import { toFailure } from '../../shell/use-load.ts';

/** The whole desk folder as a zip. */
export function ExportPart() {
  const { client, me, announce } = useTab();
  const shell = useShellWords();
  const words = useWords(tabExchangeTexts);
  const [isPacking, setPacking] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const pack = async () => {
    if (isPacking) return;
    setPacking(true);
    setFailure(null);
    try {
      const zip = await client.download('/export');
      handOut(zip, `vaktis-${localDate(new Date(), me.timezone)}.zip`);
      announce(words.exported);
    } catch (error) {
      setFailure(toFailure(error));
    } finally {
      setPacking(false);
    }
  };
  return (
    <>
      <p>{words.exportIntro}</p>
      <p className="muted">{words.exportWarning}</p>
      {failure !== null && <FailureMessage words={shell} failure={failure} onRetry={() => void pack()} />}
      <Button icon={<ArrowDownloadRegular />} disabledFocusable={isPacking} onClick={() => void pack()}>
        {isPacking ? words.exporting : words.export}
      </Button>
    </>
  );
}
