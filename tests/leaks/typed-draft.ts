import { blankContent } from '#bot/web/api/contract/blank-content.ts';

/** What an editor at the desk of the leak run typed and did not save. */
export const typedDraft = blankContent({
  title: '',
  category: 'av',
  sites: ['solen'],
  confidence: 'validated',
});
