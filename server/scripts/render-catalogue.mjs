// The rule catalogue as Markdown: what is reported, why, by which source, a bad and a good example, its quick fixes.

/** `«code:text»` in an example is only a marker for tests: the text stays. */
const unmarked = (example) => example.replace(/«[a-z-]+:/g, '').replace(/»/g, '');

const sample = (title, text) => [title, '', '```json', unmarked(text), '```', ''];

function section(rule) {
  const examples = rule.examples
    ? [...sample('Reported:', rule.examples.bad), ...sample('Fine:', rule.examples.good)]
    : [];
  return [
    `## ${rule.code}`,
    '',
    `**${rule.title}**`,
    '',
    `Default level: ${rule.levels.join(' or ')}${rule.settable ? '' : ' (cannot be changed)'}.`,
    '',
    rule.why,
    '',
    `Source: ${rule.source}`,
    '',
    ...examples,
    rule.fix ? `Quick fix: ${rule.fix}` : 'No quick fix.',
    '',
  ];
}

/**
 * @param catalogue list of rule descriptions (see server/src/core/rules/catalogue.ts), in the order of the page.
 * @returns the page, and the one-based line of each rule's heading.
 */
export function renderCatalogue(catalogue) {
  const page = [
    '# The rules',
    '',
    'Generated from the rules themselves by `npm run generate`; do not edit.',
    '',
    'A source names the documentation of the API, a number of one of its errors, or FACTS with a section: the notes on that',
    'documentation and on recorded requests and answers which the rules were written from. These notes are no part of this',
    'repository; what a rule takes from them is what it says under its name.',
    '',
    '| rule | default | what it says |',
    '|---|---|---|',
    ...catalogue.map((rule) => `| [${rule.code}](#${rule.code}) | ${rule.levels.join(' or ')} | ${rule.title} |`),
    '',
  ];
  const lines = {};
  for (const rule of catalogue) {
    lines[rule.code] = page.length + 1;
    page.push(...section(rule));
  }
  return { markdown: `${page.join('\n').trimEnd()}\n`, lines };
}
