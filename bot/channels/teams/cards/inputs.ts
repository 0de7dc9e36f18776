import type { ChoiceInput, TextInput, TimeInput } from './card.ts';

type Optional = { readonly optional?: boolean };

/** Ids are as press-inputs.ts reads them: `text`, or `text_…` where a card has several. */
export function textInput(
  id: string,
  label: string,
  errorMessage: string,
  options: Optional = {},
): TextInput {
  return {
    type: 'Input.Text',
    id,
    label,
    isRequired: !options.optional,
    errorMessage,
    isMultiline: true,
    maxLength: 2000,
  };
}

export function choiceInput(
  id: string,
  label: string,
  errorMessage: string,
  choices: ChoiceInput['choices'],
): ChoiceInput {
  return { type: 'Input.ChoiceSet', id, label, isRequired: true, errorMessage, style: 'compact', choices };
}

/** Comes back as `10:40`. */
export function timeInput(id: string, label: string, errorMessage: string): TimeInput {
  return { type: 'Input.Time', id, label, isRequired: true, errorMessage };
}
