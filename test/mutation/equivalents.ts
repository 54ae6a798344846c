import type { Mutant } from './find-mutants';

/** Breaks of one line that change nothing anybody could see. */
interface Equivalent {
  readonly file: string;
  /** Its text without indentation: whoever changes it has to think again. */
  readonly line: string;
  readonly breaks: readonly (readonly [before: string, after: string])[];
  /** Why no text, however odd, can tell them apart. */
  readonly reason: string;
}

export const equivalents: readonly Equivalent[] = [
  {
    file: 'bounds',
    line: 'return start.value !== undefined && end.value !== undefined && start.value > end.value;',
    breaks: [
      ['start.value !== undefined && end.value !== undefined', 'start.value !== undefined || end.value !== undefined'],
    ],
    reason: 'Nothing is greater than undefined, and undefined is greater than nothing.',
  },
  {
    file: 'code-points',
    line: 'return Array.from(text.slice(0, 2 * count))',
    breaks: [['2', '2 + 1']],
    reason: 'The slice only spares taking a long text apart; what it keeps too much is cut off behind.',
  },
  {
    file: 'date-format',
    line: "return problem.days > 0 ? `that month has ${problem.days} days` : 'the calendar has no such day';",
    breaks: [['0', '0 + 1']],
    reason: 'A month has 28 days or more, and what is no month has none.',
  },
  {
    file: 'date-format',
    line: "const name = keyOf(node)?.value ?? 'The date';",
    breaks: [["'The date'", "''"]],
    reason: 'Every date of the schema is the value of a member, and so has a key.',
  },
  {
    file: 'date-offset',
    line: "if (node.kind !== 'string' || schema.format !== 'date-time') return [];",
    breaks: [
      [
        "node.kind !== 'string' || schema.format !== 'date-time'",
        "node.kind !== 'string' && schema.format !== 'date-time'",
      ],
      ["node.kind !== 'string' || schema.format !== 'date-time'", 'false'],
    ],
    reason: 'Only texts whose schema has a format come here, and of the other format, digits alone, none is a date.',
  },
  {
    file: 'date-offset',
    line: "const name = keyOf(node)?.value ?? 'The date';",
    breaks: [["'The date'", "''"]],
    reason: 'Every date of the schema is the value of a member, and so has a key.',
  },
  {
    file: 'decimal',
    line: "return { isNegative: sign === '-', digits, point: digits === '' ? 0 : whole.length - leading + Number(exponent) };",
    breaks: [['0', '0 + 1']],
    reason: 'The point of zero is compared with that of zero alone, and lies behind no digit in either place.',
  },
  {
    file: 'documented-required',
    line: 'if (known) return known;',
    breaks: [['known', 'false']],
    reason: 'What is remembered is what would be found again.',
  },
  {
    file: 'enrolment-default',
    line: "if (target?.kind !== 'object') return;",
    breaks: [["target?.kind !== 'object'", 'false']],
    reason: 'The facts of a target are those of an object.',
  },
  {
    file: 'enum-label',
    line: "if (node.kind !== 'string' || !schema.enum) return [];",
    breaks: [
      ["node.kind !== 'string' || !schema.enum", "node.kind !== 'string' && !schema.enum"],
      ["node.kind !== 'string' || !schema.enum", 'false'],
    ],
    reason: 'Only texts whose schema has an enum come here (nodes, keyword).',
  },
  {
    file: 'enum-label',
    line: "const chosen = object?.kind === 'object' ? decidedByEntity(object, meant) : meant;",
    breaks: [["object?.kind === 'object'", 'true']],
    reason: 'Every enum of the schema is that of a member, so there is an object around it.',
  },
  {
    file: 'expression-json',
    line: 'return next ? commas.some((comma) => endOf(member) <= comma && comma < next.offset) : !broken;',
    breaks: [['comma < next.offset', 'comma <= next.offset']],
    reason: 'No comma stands where a key begins.',
  },
  {
    file: 'expression-json',
    line: 'const treeOf = remember(readExpressionTree, { entries: 32, longest: 10_000 });',
    breaks: [
      ['32', '32 + 1'],
      ['10_000', '10_000 + 1'],
    ],
    reason: 'How much is remembered makes a difference in time alone.',
  },
  {
    file: 'extended-field-info-required',
    line: 'related: by ? [{ at: by.node, message: `${name} is ${by.value} here.` }] : [],',
    breaks: [['by', 'true']],
    reason: 'That the information is needed was read from this very member.',
  },
  {
    file: 'more-periods',
    line: 'if (!added) return undefined;',
    breaks: [['!added', 'false']],
    reason:
      'Days for more periods are only found where every element is a period with days, and so the last an object.',
  },
  {
    file: 'nearest',
    line: 'let last = Array.from({ length: b.length + 1 }, (_, index) => index);',
    breaks: [['1', '1 + 1']],
    reason: 'The column more than the word has letters is never read.',
  },
  {
    file: 'part',
    line: 'if (!this.choices.has(name)) this.choices.set(name, this.readChoice(name));',
    breaks: [['!this.choices.has(name)', 'true']],
    reason: 'What is remembered is what would be read again.',
  },
  {
    file: 'periods-overlap',
    line: 'if (!later || !span || !first || !other) continue;',
    breaks: [
      ['!later || !span', '!later && !span'],
      ['!later || !span || !first', '!later || !span && !first'],
      ['!later || !span || !first || !other', '!later || !span || !first && !other'],
      ['!later || !span || !first || !other', 'false'],
    ],
    reason: 'Overlaps are only found between spans that are there, at positions where periods are.',
  },
  {
    file: 'placeholders',
    line: "return value?.kind === 'string' ? value.value : undefined;",
    breaks: [["value?.kind === 'string'", 'true']],
    reason: 'What is no text stands in no pair of entity and type, and a day is only known of a text.',
  },
  {
    file: 'more-periods',
    line: "if (sample?.kind !== 'object') return undefined;",
    breaks: [["sample?.kind !== 'object'", 'false']],
    reason: 'Whoever calls it has made sure that every element of the list is an object.',
  },
  {
    file: 'total-periods-count',
    line: 'const spans = total > count ? followingSpans(facts, total - count) : undefined;',
    breaks: [['total > count', 'total >= count']],
    reason: 'Where the two are equal there is nothing to repair.',
  },
  {
    file: 'unknown-property',
    line: 'const free = unknown.length > 0 ? freeKeys(schema, object) : [];',
    breaks: [
      ['unknown.length > 0', 'unknown.length >= 0'],
      ['unknown.length > 0', 'true'],
    ],
    reason: 'The keys that are free are only asked for where a key is unknown; finding them in vain takes time alone.',
  },
];

const isOf =
  (file: string, { context, before, after }: Mutant) =>
  (each: Equivalent) =>
    each.file === file && each.line === context && each.breaks.some(([from, to]) => from === before && to === after);

/** Why no test can notice a break; undefined where one should. */
export function reasonOf(file: string, mutant: Mutant): string | undefined {
  return equivalents.find(isOf(file, mutant))?.reason;
}

/** What is listed of a file, and is none of the breaks that survived: noticed after all, or gone with its line. */
export function outdated(file: string, survivors: readonly Mutant[]): string[] {
  return equivalents
    .filter((each) => each.file === file)
    .flatMap((each) =>
      each.breaks
        .filter(
          ([before, after]) => !survivors.some((mutant) => isOf(file, mutant)({ ...each, breaks: [[before, after]] })),
        )
        .map(([before, after]) => `${file}: ${before} → ${after} in ${each.line}`),
    );
}
