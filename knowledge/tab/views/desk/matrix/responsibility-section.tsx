import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import type { MatrixRow } from '#bot/web/api/contract/desk-contract.ts';
import './matrix.css';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { inWords } from '../form/conflict-box.tsx';
import { SettingsFrame } from '../settings/settings-frame.tsx';
import { useDeskSettings } from '../settings/use-desk-settings.ts';
import { MatrixEditor } from './matrix-editor.tsx';
import { areSameRows, faultsOf, hasCatchAll, type KeyedRow, keyRows, rowsOf } from './matrix-rows.ts';
import { useRowWords } from './row-in-words.ts';
import { TrialDialog } from './trial-dialog.tsx';

/** Whose a case is. Before it is saved one sees what would have changed. */
export function ResponsibilitySection() {
  const { me, announce } = useTab();
  const words = useWords(tabDeskTexts);
  const editing = useDeskSettings();
  const [kept, setKept] = useState<readonly KeyedRow[]>([]);
  const [isTrying, setTrying] = useState(false);
  const rows = editing.value?.responsibility ?? [];
  const contractors = editing.value?.contractors ?? [];
  const say = useRowWords(contractors);
  // Keys stay while one edits; another version of the rows begins with new ones.
  const keyed = areSameRows(rowsOf(kept), rows) ? kept : keyRows(rows);
  const set = (changed: readonly KeyedRow[]) => {
    setKept(changed);
    editing.edit({ responsibility: rowsOf(changed) });
  };
  const faults = faultsOf(
    rows,
    contractors.map(({ id }) => id),
  );
  const isComplete = !faults.some((fault) => fault?.kind === 'no-contractor');
  const save = async () => {
    setTrying(false);
    if ((await editing.save()) !== null) announce(words.matrix.saved);
  };
  return (
    <SettingsFrame
      editing={editing}
      label={words.section.responsibility}
      intro={words.matrix.intro}
      saved={words.matrix.saved}
      problem={isComplete ? null : words.matrix.noContractor}
      describe={(_, value) => rowsInWords(value, say.whole)}
      actions={
        <div className="desk-actions">
          <Button
            appearance="primary"
            disabledFocusable={!editing.isChanged || !isComplete || editing.isSaving}
            onClick={() => setTrying(true)}
          >
            {words.matrix.try}
          </Button>
          <Button disabledFocusable={!editing.isChanged} onClick={editing.undo}>
            {words.matrix.undo}
          </Button>
          {editing.isChanged && <small>{words.matrix.unsaved}</small>}
        </div>
      }
    >
      {() => (
        <>
          <MatrixEditor
            rows={keyed}
            faults={faults}
            contractors={contractors}
            isReadOnly={!me.roles.includes('admin')}
            onChange={set}
          />
          {!hasCatchAll(rows) && <p className="matrix-warning">{words.matrix.noCatchAll}</p>}
          {isTrying && (
            <TrialDialog rows={rows} onClose={() => setTrying(false)} onSave={() => void save()} />
          )}
        </>
      )}
    </SettingsFrame>
  );
}

/** For the choice between two versions of the rows. */
function rowsInWords(value: unknown, say: (row: MatrixRow) => string): string {
  if (!Array.isArray(value)) return inWords(value);
  const rows: readonly MatrixRow[] = value;
  return rows.map((row, index) => `${index + 1}. ${say(row)}`).join('; ');
}
