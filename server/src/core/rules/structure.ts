import type { RuleInfo } from './rule';

/** What fixes do, in words. */
export interface FixInfo {
  readonly title: string;
  readonly all?: true;
}

/** One code, and what the fixes of the reader's own findings do. */
export interface StructureInfo extends RuleInfo {
  readonly fix?: FixInfo;
}

const grammar = 'RFC 8259, and the API reads strict JSON (FACTS c, 300004)';
const shape = 'The documented fields and the accepted bodies (FACTS a)';

/** What the parser, the validator and the runner report themselves; every other rule is a file of its own. */
export const structure = [
  {
    code: 'json-syntax',
    levels: ['error'],
    settable: false,
    title: 'The text is not JSON',
    why: 'The API cannot read the body and answers 300004 without saying where. While the text has such an error, the other rules only look at what could be read completely.',
    source: grammar,
    examples: {
      bad: '{ "name": "Spring" «json-syntax:"trackingType"»: "CAPPING" }',
      good: '{ "name": "Spring", "trackingType": "CAPPING" }',
    },
    fix: { title: 'insert the missing comma, colon, quote or bracket, where that is all there is to it.' },
  },
  {
    code: 'json-comment',
    levels: ['error'],
    title: 'The API does not read comments',
    why: 'Strict JSON has no comments; a body with one is refused as a whole.',
    source: grammar,
    examples: {
      bad: '{ "name": "Spring", "trackingType": "CAPPING" «json-comment:/* draft */» }',
      good: '{ "name": "Spring", "trackingType": "CAPPING" }',
    },
    fix: { title: 'remove it.' },
  },
  {
    code: 'json-trailing-comma',
    levels: ['error'],
    title: 'The API does not read trailing commas',
    why: 'Strict JSON has no comma in front of a closing bracket; a body with one is refused as a whole.',
    source: grammar,
    examples: {
      bad: '{ "name": "Spring", "trackingType": "CAPPING"«json-trailing-comma:,» }',
      good: '{ "name": "Spring", "trackingType": "CAPPING" }',
    },
    fix: { title: 'remove it.', all: true },
  },
  {
    code: 'byte-order-mark',
    levels: ['warning'],
    title: 'The file begins with a byte order mark',
    why: 'Other tools that send the file as it is put three bytes in front of the JSON, and many readers refuse them. What this extension sends has none.',
    source: 'RFC 8259 section 8.1',
    fix: { title: 'remove it.', all: true },
  },
  {
    code: 'schema-type',
    levels: ['error'],
    title: 'A value has the wrong JSON type',
    why: 'The API cannot read the field and refuses the whole body with 300004.',
    source: shape,
    examples: {
      bad: '{ "name": «schema-type:5», "trackingType": "CAPPING" }',
      good: '{ "name": "Spring", "trackingType": "CAPPING" }',
    },
    fix: { title: 'convert the value, where nothing is lost by it.', all: true },
  },
  {
    code: 'schema-enum',
    levels: ['error'],
    title: 'A value is none of those the field accepts',
    why: 'The API knows a fixed set of values here and refuses every other with 300004.',
    source: shape,
    examples: {
      bad: '{ "name": "Spring", "trackingType": "CAPPING", "frequencyType": «schema-enum:"HOURLY"» }',
      good: '{ "name": "Spring", "trackingType": "CAPPING", "frequencyType": "DAILY" }',
    },
    fix: { title: 'the nearest accepted value, and behind it every other.' },
  },
  {
    code: 'schema-required',
    levels: ['error'],
    settable: false,
    title: 'The group has no name',
    why: 'The name is the one member without which no group can be created.',
    source: shape,
    examples: {
      bad: '«schema-required:{» "trackingType": "CAPPING" }',
      good: '{ "name": "Spring", "trackingType": "CAPPING" }',
    },
    fix: { title: 'insert a name.' },
  },
  {
    code: 'schema-minimum',
    levels: ['error'],
    title: 'A count is below the smallest that makes sense',
    why: 'A negative number of cycles, or a streak level of less than one, can never be meant.',
    source: shape,
    examples: {
      bad: '{ "name": "Spring", "trackingType": "CAPPING", "totalPeriods": «schema-minimum:-1» }',
      good: '{ "name": "Spring", "trackingType": "CAPPING", "totalPeriods": 0 }',
    },
    fix: { title: 'the smallest value that makes sense; for totalPeriods the number of periods.' },
  },
  {
    code: 'file-limit',
    levels: ['information'],
    title: 'The file is over a limit: not all of it was checked, or not all findings are listed',
    why: 'Beyond the published limits the checks stop, so that the editor stays quick; what was not checked cannot be called right, and is not sent. Findings beyond the limit are only left out of the list.',
    source: 'The limits in the README',
  },
  {
    code: 'internal-error',
    levels: ['error'],
    settable: false,
    title: 'A check crashed',
    why: 'A file whose check crashed has not been checked, so it is never shown as clean and never sent.',
    source: 'This project',
  },
] as const satisfies readonly StructureInfo[];

export type StructureCode = (typeof structure)[number]['code'];
