import { apiTexts } from '#bot/i18n/api.ts';
import { deskWords } from '#bot/i18n/api-desk.ts';
import { exchangeWords } from '#bot/i18n/api-exchange.ts';
import { tryWords } from '#bot/i18n/api-try.ts';
import { workWords } from '#bot/i18n/api-work.ts';
import { contractorMailWords } from '#bot/i18n/contractor-mail.ts';
import { contractorTicketWords } from '#bot/i18n/contractor-ticket.ts';
import { contractorTroubleWords } from '#bot/i18n/contractor-trouble.ts';
import { doctorWords } from '#bot/i18n/doctor.ts';
import { insightWords } from '#bot/i18n/insights.ts';
import { messages } from '#bot/i18n/messages.ts';
import { peopleWords } from '#bot/i18n/people.ts';
import { simulatorTexts } from '#bot/i18n/simulator.ts';
import { whyWords } from '#bot/i18n/simulator-why.ts';
import { tabTexts } from '#bot/i18n/tab.ts';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { tabExchangeTexts } from '#bot/i18n/tab-exchange.ts';
import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import { kindTexts } from '#bot/i18n/tab-kinds.ts';
import { noteFormTexts } from '#bot/i18n/tab-note-form.ts';
import { notesTexts } from '#bot/i18n/tab-notes.ts';
import { secrecyAdvice } from '#bot/i18n/tab-secrecy-advice.ts';
import { tabTryTexts } from '#bot/i18n/tab-try.ts';
import { tabWorkTexts } from '#bot/i18n/tab-work.ts';

/** The Swedish words of every page, letter and list, by the file in bot/i18n that they are in. */
export const everyPage: Readonly<Record<string, unknown>> = {
  api: apiTexts.sv,
  'api-desk': deskWords('sv'),
  'api-exchange': exchangeWords('sv'),
  'api-try': tryWords('sv'),
  'api-work': workWords('sv'),
  'contractor-mail': contractorMailWords('sv'),
  'contractor-ticket': contractorTicketWords('sv'),
  'contractor-trouble': contractorTroubleWords('sv'),
  doctor: doctorWords('sv'),
  insights: insightWords('sv'),
  messages: messages('sv'),
  people: peopleWords('sv'),
  simulator: simulatorTexts.sv,
  'simulator-why': whyWords('sv'),
  tab: tabTexts.sv,
  'tab-desk': tabDeskTexts.sv,
  'tab-exchange': tabExchangeTexts.sv,
  'tab-insights': tabInsightsTexts.sv,
  'tab-kinds': kindTexts.sv,
  'tab-note-form': noteFormTexts.sv,
  'tab-notes': notesTexts.sv,
  'tab-secrecy-advice': secrecyAdvice.sv,
  'tab-try': tabTryTexts.sv,
  'tab-work': tabWorkTexts.sv,
};

/** What makes words of others' words, or is one short sentence of its own. */
export const noPage = [
  'alert',
  'dialogue',
  'entra',
  'opening-hours-in-words',
  'reason-in-words',
  'speaker',
  'when',
] as const;
