import { Select } from '@fluentui/react-components';

type Props = {
  label: string;
  value: string;
  options: readonly { readonly value: string; readonly label: string }[];
  onChoose: (value: string) => void;
};

/** A choice beside a heading. */
export function PickOne({ label, value, options, onChoose }: Props) {
  return (
    <Select
      className="insights-pick"
      aria-label={label}
      value={value}
      onChange={(_, chosen) => onChoose(chosen.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  );
}
