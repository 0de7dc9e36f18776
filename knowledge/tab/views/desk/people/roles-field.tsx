import { Checkbox, Field } from '@fluentui/react-components';
import type { Role } from '#bot/desk/person.ts';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { keysOf } from '#bot/i18n/tab-kinds.ts';
import { useWords } from '../../../shell/tab-context.ts';

type Props = {
  value: readonly Role[];
  fault: string | undefined;
  isReadOnly: boolean;
  onChange: (value: Role[]) => void;
};

/** What somebody may do; one at least. */
export function RolesField({ value, fault, isReadOnly, onChange }: Props) {
  const words = useWords(tabDeskTexts).person;
  const set = (role: Role, has: boolean) =>
    onChange(keysOf(words.roles).filter((known) => (known === role ? has : value.includes(known))));
  return (
    <Field
      label={{ children: words.fields.roles, id: 'desk-roles' }}
      required
      {...(fault === undefined ? {} : { validationMessage: fault, validationState: 'error' })}
    >
      <fieldset aria-labelledby="desk-roles" className="desk-checks">
        {keysOf(words.roles).map((role) => (
          <Checkbox
            key={role}
            label={words.roles[role]}
            checked={value.includes(role)}
            disabled={isReadOnly}
            onChange={(_, { checked }) => set(role, checked === true)}
          />
        ))}
      </fieldset>
    </Field>
  );
}
