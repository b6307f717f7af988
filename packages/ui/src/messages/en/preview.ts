/** What stands above a preview of what is not published. */
export const preview = {
  title: 'Preview: {title}',
  label: 'This is a preview',
  lead: 'Preview, not published.',
  version:
    'This is version {version} as readers would see it, {standing, select, approved {approved} other {not approved yet}}.',
  translation:
    'This is version {version} of the {language} translation as readers would see it, {standing, select, approved {approved} other {not approved yet}}. The original is public.',
  may: 'It may change, or never be published.',
  terms: 'Do not quote it or pass it on. This address works until <when></when> at the latest.',
  comes: 'The history and the permanent address of this version come with its publication.',
} as const;
