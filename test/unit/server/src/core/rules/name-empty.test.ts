import { describe } from 'mocha';
import { group, list, target } from '../../../../../support/definition-text';
import { table } from '../../../../../support/table';

describe('name-empty', () => {
  table({
    'reports an empty name': group({ name: '«name-empty:""»' }),
    'reports blanks only, and not their ends too': group({ name: '«name-empty:" \\t\\u00a0"»' }),
    'looks at targets': group({ targets: list(target({ name: '«name-empty:""»' })) }),
    'is silent about one character': group({ name: '"x"' }),
    'leaves null to schema-required': group({ name: 'null' }, '«schema-required:{»'),
    'leaves a wrong type to schema-type': group({ name: '«schema-type:[]»' }),
  });
});
