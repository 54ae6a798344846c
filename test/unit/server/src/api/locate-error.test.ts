import assert from 'node:assert/strict';
import fc from 'fast-check';
import { documentedErrorCodes, errorEntry, locateError } from '../../../../../server/src/api/index';

function locate(code: number | string | undefined, definition: unknown): string[] {
  return locateError({ code, message: '' }, definition);
}

const ok = {
  name: 'ok',
  targetEntity: 'TRANSACTION',
  targetType: 'SALES',
  enrolmentMethod: 'IMPORT',
  defaultValues: [],
};
const currency = { name: 'c', targetEntity: 'ALTERNATE_CURRENCIES', targetType: 'ALL' };

describe('error catalogue', () => {
  it('has every code of the documentation (FACTS d), with a meaning and advice', () => {
    const codes = [
      0, 4000, 4001, 300004, 310008, 310011, 310017, 310018, 310019, 310033, 310069, 310079, 310092, 310094, 310118,
      310119, 310126, 310130, 310132, 310133, 310134, 310141, 310144, 310145, 310146, 310147, 310149,
    ];
    assert.deepEqual(documentedErrorCodes(), codes);
    for (const code of codes) {
      const entry = errorEntry(code);
      assert.match(entry?.meaning ?? '', /^[A-Z].{5,}\.$/);
      assert.match(entry?.advice ?? '', /^[A-Z].{5,}\.$/);
    }
  });

  it('knows a code as number or text, and no other', () => {
    assert.equal(errorEntry('310069'), errorEntry(310069));
    for (const code of [undefined, 1, 'x', '', 'constructor', Number.NaN]) assert.equal(errorEntry(code), undefined);
  });
});

describe('locateError', () => {
  const cases: [code: number | string | undefined, definition: unknown, pointers: string[]][] = [
    [310069, { name: 'a' }, ['/name']],
    ['310069', { name: 'a' }, ['/name']],
    [310069, {}, ['']],
    [310008, { targets: [ok, { name: 'x'.repeat(201) }, { name: '😀'.repeat(200) }] }, ['/targets/1/name']],
    [310008, { targets: [ok, { name: 'short' }] }, ['/targets/0/name', '/targets/1/name']],
    [
      310132,
      { leaderboardEnabled: true, targetEvaluationType: 'CYCLIC_WINDOW' },
      ['/leaderboardEnabled', '/targetEvaluationType'],
    ],
    [310132, { leaderboardEnabled: true }, ['/leaderboardEnabled']],
    [310133, { leaderboardEnabled: true }, ['/leaderboardEnabled']],
    [310033, { targets: [ok, { targetEntity: 'EVENT', targetType: 'SALES' }] }, ['/targets/1/targetType']],
    [310033, { targets: [{ targetEntity: 'X', targetType: 'Y' }] }, ['/targets/0/targetType']],
    [
      310094,
      { targets: [ok, { targetType: 'EXTENDED_FIELD' }, { ...currency, extendedFieldInfo: {} }] },
      ['/targets/1', '/targets/2/extendedFieldInfo'],
    ],
    [
      310146,
      { targets: [ok, { ...currency, extendedFieldInfo: { programId: 1 } }] },
      ['/targets/1/extendedFieldInfo/programId'],
    ],
    [
      310147,
      { targets: [currency, { ...currency, extendedFieldInfo: { programId: 1 } }] },
      ['/targets/0', '/targets/1/extendedFieldInfo'],
    ],
    [
      310092,
      { targets: [{ targetType: 'EVENT_ATTRIBUTE', extendedFieldInfo: { name: 'n' } }] },
      ['/targets/0/extendedFieldInfo/name'],
    ],
    [310130, { targets: [ok, { enrolmentMethod: 'LIST' }] }, ['/targets/1/enrolmentMethod']],
    [300004, { name: 'a' }, ['']],
    [999999, { name: 'a' }, ['']],
    [undefined, { name: 'a' }, ['']],
    [310008, { targets: { name: 'x' } }, ['']],
    [310069, [], ['']],
    [310069, null, ['']],
  ];
  for (const [code, definition, pointers] of cases) {
    it(`${code ?? 'no code'} in ${JSON.stringify(definition).slice(0, 70)}: ${pointers.join(' ') || 'the whole'}`, () => {
      assert.deepEqual(locate(code, definition), pointers);
    });
  }

  it('stops at a hundred places', () => {
    assert.equal(
      locate(310130, { targets: Array.from({ length: 5000 }, () => ({ enrolmentMethod: 'x' })) }).length,
      100,
    );
  });

  it('points at something that exists, in any JSON, and never throws', () => {
    const target = fc.record(
      {
        name: fc.jsonValue(),
        targetEntity: fc.oneof(
          fc.constantFrom('EVENT', 'ALTERNATE_CURRENCIES', '__proto__', 'toString'),
          fc.jsonValue(),
        ),
        targetType: fc.oneof(fc.constantFrom('EXTENDED_FIELD', 'SALES'), fc.jsonValue()),
        extendedFieldInfo: fc.jsonValue(),
        enrolmentMethod: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const definition = fc.oneof(
      fc.jsonValue(),
      fc.record({ name: fc.jsonValue(), targets: fc.oneof(fc.array(target), fc.jsonValue()) }),
    );
    fc.assert(
      fc.property(definition, fc.constantFrom(...documentedErrorCodes()), (value, code) => {
        for (const pointer of locate(code, value)) {
          let at: unknown = value;
          for (const step of pointer.split('/').slice(1)) {
            assert.ok(typeof at === 'object' && at !== null && Object.hasOwn(at, step), pointer);
            at = (at as Record<string, unknown>)[step];
          }
        }
      }),
    );
  });
});
