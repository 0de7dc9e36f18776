/**
 * How cards look here: Teams' sizes, and Fluent's variables as colours, so that the three themes follow by themselves.
 * https://learn.microsoft.com/adaptive-cards/rendering-cards/host-config
 */
const one = (name: string) => ({ default: `var(--${name})`, subtle: `var(--${name})` });
const text = { default: 'var(--colorNeutralForeground1)', subtle: 'var(--colorNeutralForeground2)' };
const foregroundColors = {
  default: text,
  dark: text,
  light: one('colorNeutralForeground2'),
  accent: one('colorBrandForeground1'),
  good: one('colorStatusSuccessForeground1'),
  warning: one('colorStatusWarningForeground3'),
  attention: one('colorStatusDangerForeground1'),
};
const container = (name: string) => ({ backgroundColor: `var(--${name})`, foregroundColors });

export const cardHostConfig = {
  hostCapabilities: { capabilities: null },
  supportsInteractivity: true,
  fontFamily: 'inherit',
  spacing: { small: 6, default: 8, medium: 12, large: 18, extraLarge: 24, padding: 14 },
  separator: { lineThickness: 1, lineColor: 'var(--colorNeutralStroke2)' },
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 28 },
  textBlock: { headingLevel: 3 },
  imageSizes: { small: 40, medium: 80, large: 160 },
  containerStyles: {
    default: { backgroundColor: 'transparent', foregroundColors },
    emphasis: container('colorNeutralBackground3'),
    accent: container('colorBrandBackground2'),
    good: container('colorStatusSuccessBackground1'),
    warning: container('colorStatusWarningBackground1'),
    attention: container('colorStatusDangerBackground1'),
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
};
