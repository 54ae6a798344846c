/** Every document that may be a definition; some schemes are left out where a document is looked at. */
export const definitionSelector: ({ language: string } | { pattern: string })[] = [
  { language: 'targetgroup' },
  { pattern: '**/*.targetgroup.json' },
];
