import { Button } from '@fluentui/react-components';
import type { z } from 'zod';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import type { ReferralRow } from '#bot/web/api/contract/desk-contract.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { MaybeField, TextField } from '../form/fields.tsx';
import { ListField } from '../form/list-field.tsx';
import { SettingsFrame } from './settings-frame.tsx';
import { useDeskSettings } from './use-desk-settings.ts';

type Referral = z.infer<typeof ReferralRow>;

/** Whose matter it is when it is not IT's. */
export function ReferralsSection() {
  const { me } = useTab();
  const words = useWords(tabDeskTexts);
  const editing = useDeskSettings();
  const isReadOnly = !me.roles.includes('admin');
  const referrals = editing.value?.referrals ?? [];
  const set = (changed: Referral[]) => editing.edit({ referrals: changed });
  const isComplete = referrals.every(({ about, to }) => about.length > 0 && to.trim() !== '');
  return (
    <SettingsFrame
      editing={editing}
      label={words.section.referrals}
      intro={words.referrals.intro}
      saved={words.referrals.saved}
      problem={isComplete ? null : words.referrals.incomplete}
    >
      {(value) => (
        <>
          {value.referrals.length === 0 && <p>{words.referrals.none}</p>}
          {value.referrals.map((referral, index) => (
            <ReferralFields
              // biome-ignore lint/suspicious/noArrayIndexKey: a referral has no name of its own that stays
              key={index}
              referral={referral}
              isReadOnly={isReadOnly}
              onChange={(changed) =>
                set(value.referrals.map((known, at) => (at === index ? changed : known)))
              }
              onRemove={() => set(value.referrals.filter((_, at) => at !== index))}
            />
          ))}
          {!isReadOnly && (
            <Button
              className="desk-new"
              onClick={() => set([...value.referrals, { about: [], to: '', phone: null }])}
            >
              {words.referrals.add}
            </Button>
          )}
        </>
      )}
    </SettingsFrame>
  );
}

type FieldsProps = {
  referral: Referral;
  isReadOnly: boolean;
  onChange: (referral: Referral) => void;
  onRemove: () => void;
};

function ReferralFields({ referral, isReadOnly, onChange, onRemove }: FieldsProps) {
  const words = useWords(tabDeskTexts).referrals;
  return (
    <fieldset className="desk-group desk-card" aria-label={referral.to === '' ? words.add : referral.to}>
      <TextField
        label={words.to}
        value={referral.to}
        isRequired
        isReadOnly={isReadOnly}
        onChange={(to) => onChange({ ...referral, to })}
      />
      <MaybeField
        label={words.phone}
        value={referral.phone}
        isReadOnly={isReadOnly}
        onChange={(phone) => onChange({ ...referral, phone })}
      />
      <div className="desk-wide">
        <ListField
          label={words.about}
          value={referral.about}
          isRequired
          isReadOnly={isReadOnly}
          onChange={(about) => onChange({ ...referral, about })}
        />
      </div>
      {!isReadOnly && (
        <Button appearance="subtle" className="desk-remove" onClick={onRemove}>
          {words.remove(referral.to)}
        </Button>
      )}
    </fieldset>
  );
}
