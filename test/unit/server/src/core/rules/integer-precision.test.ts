import { describe } from 'mocha';
import { group, list, object, period, target } from '../../../../../support/definition-text';
import { table } from '../../../../../support/table';

const frequency = (text: string) => group({ frequency: text });
const long = '«integer-precision:12345678901234567890»';

describe('integer-precision', () => {
  table({
    'reports the first whole number that is rounded': frequency('«integer-precision:9007199254740992»'),
    'takes the last that is not': frequency('9007199254740991'),
    'reports the same below zero': frequency('«integer-precision:-9007199254740992»'),
    'takes the last that is not below zero': frequency('-9007199254740991'),
    'reports 400 digits': frequency(`«integer-precision:${'9'.repeat(400)}»`),
    'reports a whole number with zeros behind its point': frequency('«integer-precision:9007199254740993.0»'),
    'takes a fraction': group({ unifiedTargetExpression: object({ thresholdValue: '9007199254740993.5' }) }),
    'takes an exponent for no literal of an integer': frequency('1e300'),
    'takes a number too large for a double': frequency('1e999'),
    'looks at refCode': group({ periods: list(period({ refCode: long })) }),
    'looks at entityIds': group({
      targets: list(target({ filters: list(object({ entityType: '"STORE"', entityIds: `[1, ${long}]` })) })),
    }),
    'looks at default values': group({ targets: list(target({ defaultValues: `[{ "defaultValue": ${long} }]` })) }),
    'looks at a program': group({
      targets: list(target({ extendedFieldInfo: object({ name: '"a"', programId: long }) })),
    }),
    'takes a preferred till of any size': group({ preferredTillId: '7998987987686876867' }),
    'takes digits in a text': group({ periods: list(period({ refCode: '"12345678901234567890"' })) }),
    'is silent where the type is wrong': group({ name: '«schema-type:12345678901234567890»' }),
    'is silent in what only answers carry': group({ '«server-field:"id"»': '12345678901234567890' }),
    'is silent in what nobody knows': group({ '«unknown-property:"x"»': '12345678901234567890' }),
    'goes on while something else is half typed': `{ "name": "A", "frequency": ${long}, "active": «json-syntax:tr» }`,
  });
});
