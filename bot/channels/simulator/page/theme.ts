import { find } from './element.ts';
import { remembered } from './remembered.ts';
import type { SimulatorTexts } from './texts.ts';

const themes = ['auto', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** The button that goes through the colours: as the computer, light, dark. */
export function createThemeButton(texts: () => SimulatorTexts): { redraw(): void } {
  const button = find(document, '#theme', HTMLButtonElement);
  let theme: Theme = themes.find((one) => one === remembered.read('theme')) ?? 'auto';

  function redraw(): void {
    document.documentElement.dataset.theme = theme;
    button.title = texts().page.theme[theme];
  }
  button.addEventListener('click', () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto';
    remembered.write('theme', theme);
    redraw();
  });
  document.documentElement.dataset.theme = theme;
  return { redraw };
}
