import { Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components';

type Shared = {
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
  isRequired?: boolean;
  isReadOnly?: boolean;
};

function fieldProps({ label, hint, fault, isRequired = false }: Shared) {
  return {
    label,
    required: isRequired,
    ...(hint === undefined ? {} : { hint }),
    ...(fault === undefined ? {} : { validationMessage: fault, validationState: 'error' as const }),
  };
}

type TextProps = Shared & { value: string; onChange: (value: string) => void; lines?: number };

export function TextField({ value, onChange, lines = 1, isReadOnly = false, ...shared }: TextProps) {
  return (
    <Field {...fieldProps(shared)}>
      {lines > 1 ? (
        <Textarea
          value={value}
          rows={lines}
          resize="vertical"
          readOnly={isReadOnly}
          onChange={(_, data) => onChange(data.value)}
        />
      ) : (
        <Input value={value} readOnly={isReadOnly} onChange={(_, data) => onChange(data.value)} />
      )}
    </Field>
  );
}

type MaybeProps = Shared & { value: string | null; onChange: (value: string | null) => void; lines?: number };

/** A field that may be left empty: then there is nothing, not an empty text. */
export function MaybeField({ value, onChange, ...rest }: MaybeProps) {
  return <TextField {...rest} value={value ?? ''} onChange={(text) => onChange(text === '' ? null : text)} />;
}

type Option = { readonly id: string; readonly name: string };
type ChoiceProps = Shared & {
  value: string | null;
  options: readonly Option[];
  /** What it is called to choose nothing; absent where something must be chosen. */
  none?: string;
  onChange: (value: string | null) => void;
};

/** One of several. What is chosen and no longer offered stays, under its id. */
export function ChoiceField({ value, options, none, onChange, isReadOnly = false, ...shared }: ChoiceProps) {
  const isKnown = value === null || options.some(({ id }) => id === value);
  const all = isKnown ? options : [...options, { id: value, name: value }];
  return (
    <Field {...fieldProps(shared)}>
      <Select
        value={value ?? ''}
        disabled={isReadOnly}
        onChange={(_, data) => onChange(data.value === '' ? null : data.value)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {all.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

type YesProps = {
  label: string;
  hint?: string;
  value: boolean;
  isReadOnly?: boolean;
  onChange: (value: boolean) => void;
};

export function YesField({ label, hint, value, isReadOnly = false, onChange }: YesProps) {
  return (
    <Field {...(hint === undefined ? {} : { hint })}>
      <Checkbox
        label={label}
        checked={value}
        disabled={isReadOnly}
        onChange={(_, data) => onChange(data.checked === true)}
      />
    </Field>
  );
}
