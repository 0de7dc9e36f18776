/**
 * How cards look here. Colours are the page's own CSS variables, so light and dark follow by themselves.
 * https://learn.microsoft.com/adaptive-cards/rendering-cards/host-config
 */
const colour = (name: string) => ({ default: `var(--${name})`, subtle: `var(--${name})` });
const colours = {
  default: { default: 'var(--text)', subtle: 'var(--muted)' },
  dark: { default: 'var(--text)', subtle: 'var(--muted)' },
  light: { default: 'var(--muted)', subtle: 'var(--muted)' },
  accent: colour('accent-text'),
  good: colour('good-text'),
  warning: colour('warning-text'),
  attention: colour('attention-text'),
};
const container = (background: string) => ({
  backgroundColor: background,
  foregroundColors: colours,
});

export const hostConfig = {
  hostCapabilities: { capabilities: null },
  supportsInteractivity: true,
  fontFamily: 'inherit',
  spacing: { small: 6, default: 8, medium: 12, large: 18, extraLarge: 24, padding: 14 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  fontSizes: { small: 13, default: 15, medium: 16, large: 18, extraLarge: 22 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 18, default: 21, medium: 22, large: 24, extraLarge: 28 },
  textBlock: { headingLevel: 3 },
  imageSizes: { small: 40, medium: 80, large: 160 },
  containerStyles: {
    default: container('transparent'),
    emphasis: container('var(--sunken)'),
    accent: container('var(--accent-soft)'),
    good: container('var(--good-soft)'),
    warning: container('var(--warning-soft)'),
    attention: container('var(--attention-soft)'),
  },
  actions: {
    // As in Teams: the seventh is not shown.
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 10, style: 'emphasis' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: true,
    preExpandSingleShowCardAction: false,
  },
  adaptiveCard: { allowCustomStyle: true },
  factSet: {
    title: {
      color: 'default',
      size: 'default',
      isSubtle: true,
      weight: 'default',
      wrap: true,
      maxWidth: 130,
    },
    value: { color: 'default', size: 'default', isSubtle: false, weight: 'default', wrap: true },
    spacing: 12,
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: {
        weight: 'bolder',
        color: 'default',
        size: 'small',
        suffix: ' *',
        suffixColor: 'attention',
      },
      optionalInputs: { weight: 'bolder', color: 'default', size: 'small' },
    },
    errorMessage: { color: 'attention', weight: 'default', size: 'small', spacing: 'small' },
  },
};
