/** The help of `vaktis doctor`. English, as the other commands' is; what it finds is said in bot/i18n/doctor.ts. */
export const doctorCommandWords = {
  doctor:
    'look at every step from the settings to the technicians, and say what to do where one does not hold',
  json: 'print one JSON object',
  language: 'sv or en',
  package: 'the app package to compare with the settings (default: vaktis-teams.zip, where there is one)',
} as const;
