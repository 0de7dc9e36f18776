import { Button, Spinner } from '@fluentui/react-components';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import type { MatrixRow, MatrixTrial } from '#bot/web/api/contract/desk-contract.ts';
import { Modal } from '../../../parts/modal.tsx';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { useLoad } from '../../../shell/use-load.ts';

type Props = { rows: readonly MatrixRow[]; onClose: () => void; onSave: () => void };

/** What the last cases would have become; from here it is saved. */
export function TrialDialog({ rows, onClose, onSave }: Props) {
  const { client } = useTab();
  const words = useWords(tabDeskTexts).matrix;
  const trial = useLoad<MatrixTrial>('trial', (signal) =>
    client.send('POST', '/desk/settings/trial', rows, { signal }),
  );
  return (
    <Modal
      isOpen
      title={words.trialTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button appearance="primary" disabledFocusable={trial.isLoading} onClick={onSave}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="matrix-trial">
        {trial.failure !== null && <p role="alert">{words.trialFailed}</p>}
        {trial.value === null && trial.failure === null && <Spinner label={words.trying} />}
        {trial.value !== null && <Outcome trial={trial.value} />}
      </div>
    </Modal>
  );
}

function Outcome({ trial: { cases, changed } }: { trial: MatrixTrial }) {
  const words = useWords(tabDeskTexts).matrix;
  if (changed.length === 0) return <p>{words.trialNone(cases)}</p>;
  return (
    <>
      <p>{words.trialSome(changed.length, cases)}</p>
      <table className="desk-table">
        <thead>
          <tr>
            <th scope="col">{words.case}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map(({ caseNumber, title, siteName, before, after, reason }) => (
            <tr key={caseNumber}>
              <th scope="row">
                {caseNumber}: {title}
                {siteName !== null && <small> {siteName}</small>}
              </th>
              <td data-title={words.before}>{before}</td>
              <td data-title={words.after}>
                {after} <small>{reason}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
