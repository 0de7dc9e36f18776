/** The part of Adaptive Cards that Vaktis uses: schema 1.5, looks of 1.2, so that phones draw it as well. */
export type Card = {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  readonly lang: string;
  readonly fallbackText: string;
  readonly speak: string;
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardAction[];
  readonly refresh?: CardRefresh;
};

/** What the client asks by itself when one of these users (at most 60, by their ids of this bot) sees the card. */
export type CardRefresh = {
  readonly action: { readonly type: 'Action.Execute'; readonly verb: string; readonly data: PressData };
  readonly userIds: readonly string[];
};

/** A card inside Action.ShowCard. */
export type InnerCard = {
  readonly type: 'AdaptiveCard';
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardAction[];
};

type Common = {
  readonly id?: string;
  readonly spacing?: 'none' | 'small' | 'default' | 'medium' | 'large';
  readonly separator?: boolean;
  readonly isVisible?: boolean;
};

export type TextBlock = Common & {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly size?: 'small' | 'default' | 'medium' | 'large';
  readonly weight?: 'default' | 'bolder';
  readonly color?: 'default' | 'attention' | 'warning' | 'good' | 'accent';
  readonly isSubtle?: boolean;
  readonly style?: 'heading';
};

export type Container = Common & {
  readonly type: 'Container';
  readonly style?: 'default' | 'emphasis' | 'attention' | 'warning' | 'good' | 'accent';
  readonly items: readonly CardElement[];
};

export type Column = {
  readonly type: 'Column';
  readonly width: 'auto' | 'stretch';
  readonly items: readonly CardElement[];
};

export type ColumnSet = Common & { readonly type: 'ColumnSet'; readonly columns: readonly Column[] };

export type FactSet = Common & {
  readonly type: 'FactSet';
  readonly facts: readonly { readonly title: string; readonly value: string }[];
};

export type ActionSet = Common & { readonly type: 'ActionSet'; readonly actions: readonly CardAction[] };

/** PNG or JPEG at an https address that Teams can fetch without a token. */
export type Picture = Common & {
  readonly type: 'Image';
  readonly url: string;
  readonly altText: string;
  readonly size: 'stretch';
};

type InputCommon = Common & {
  readonly id: string;
  readonly label: string;
  readonly isRequired?: boolean;
  readonly errorMessage: string;
};

export type TextInput = InputCommon & {
  readonly type: 'Input.Text';
  readonly isMultiline?: boolean;
  readonly maxLength?: number;
};

export type ChoiceInput = InputCommon & {
  readonly type: 'Input.ChoiceSet';
  readonly style: 'compact' | 'expanded';
  readonly choices: readonly { readonly title: string; readonly value: string }[];
};

export type TimeInput = InputCommon & { readonly type: 'Input.Time' };

export type CardInput = TextInput | ChoiceInput | TimeInput;
export type CardElement = TextBlock | Container | ColumnSet | FactSet | ActionSet | Picture | CardInput;

export type SubmitAction = {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: PressData;
  readonly associatedInputs?: 'none';
};

export type ExecuteAction = {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: string;
  readonly data: PressData;
  /** Absent: the inputs of the card that the button is on go along. */
  readonly associatedInputs?: 'none';
  /** Clients without universal actions send this as a message whose `value` is the data. */
  readonly fallback: SubmitAction;
};

export type ShowCardAction = {
  readonly type: 'Action.ShowCard';
  readonly title: string;
  readonly card: InnerCard;
};

export type ToggleAction = {
  readonly type: 'Action.ToggleVisibility';
  readonly title: string;
  readonly targetElements: readonly string[];
};

export type CardAction = ExecuteAction | ShowCardAction | ToggleAction;

/** What a press carries: a verb and opaque ids, nothing that a reader of the card may not see. */
export type PressData = {
  readonly verb: string;
  readonly caseId?: string;
  readonly offerId?: string;
  readonly reportId?: string;
  readonly noteId?: string;
  readonly value?: string;
};
