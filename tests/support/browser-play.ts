import type { Locator, Page } from 'playwright-core';

export type SideName = 'Personal' | 'Tekniker' | 'Samordnare';

/** One pane of the simulator's page, by roles and labels only. */
export const sideOf = (page: Page, name: SideName): Locator => page.getByRole('region', { name });

export const ready = (page: Page): Promise<void> => page.locator('body[data-ready]').waitFor();

/** Chooses who is played there. @returns their chat. */
export async function play(page: Page, side: SideName, name: string): Promise<Locator> {
  const pane = sideOf(page, side);
  await pane.getByRole('combobox', { name: 'Vem är du?' }).fill(name);
  await pane.getByRole('option', { name }).click();
  const chat = pane.getByRole('log', { name: `Samtal mellan ${name} och Vaktis` });
  await chat.waitFor();
  return chat;
}

export async function say(page: Page, side: SideName, text: string): Promise<void> {
  const field = sideOf(page, side).getByRole('textbox', { name: 'Meddelande till Vaktis' });
  await field.fill(text);
  await field.press('Enter');
}

export const latest = (chat: Locator, button: string): Locator =>
  chat.getByRole('button', { name: button, exact: true }).last();

/** Unfolds what one can make Teams do with that person. */
export const openTools = (page: Page, side: SideName): Promise<void> =>
  sideOf(page, side)
    .getByRole('button', { name: /^Prova hur Teams beter sig/ })
    .click();
