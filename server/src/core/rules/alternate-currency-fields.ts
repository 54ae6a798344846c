import { setMember } from '../edits/set-member';
import { infoNeedOf, infoPlaceholders } from './extended-field-info';
import type { Part } from './part';
import { defineRule, type Fix } from './rule';

/** The members that the API asks for, with the error each of them brings. */
const needed = [
  ['alternateCurrencyIdentifier', '310147'],
  ['programId', '310146'],
] as const;

interface Data {
  readonly info: Part;
  readonly name: (typeof needed)[number][0];
}

export const alternateCurrencyFields = defineRule<'part', Data>({
  code: 'alternate-currency-fields',
  levels: ['error'],
  scope: 'part',
  parts: ['target'],
  title: 'The currency, or its program, is not named',
  why: 'The API refuses a target on alternate currencies without the identifier of the currency (310147) or the id of its loyalty program (310146).',
  source: 'Errors 310146 and 310147; FACTS a.6',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Coins", "targetEntity": "ALTERNATE_CURRENCIES", "targetType": "ALL", "extendedFieldInfo": «alternate-currency-fields:{» "alternateCurrencyIdentifier": "0nzyDx" }, "enrolmentMethod": "IMPORT" }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Coins", "targetEntity": "ALTERNATE_CURRENCIES", "targetType": "ALL", "extendedFieldInfo": { "alternateCurrencyIdentifier": "0nzyDx", "programId": 46 }, "enrolmentMethod": "IMPORT" }] }',
  },
  *check(target) {
    const info = target.object('extendedFieldInfo');
    if (!info || infoNeedOf(target) !== 'currency') return;
    for (const [name, error] of needed) {
      const blank = info.text(name);
      const isMissing = info.isWhole && info.presence(name) === 'absent';
      if (!isMissing && blank?.value.trim() !== '') continue;
      yield {
        at: blank ? blank.node : info.brace,
        message: `${blank ? `${name} is blank` : `"${name}" is missing`}; the API refuses ALTERNATE_CURRENCIES without it (${error}).`,
        data: { info, name },
      };
    }
  },
  fix: {
    title: 'insert a value to be replaced.',
    *propose({ data: { info, name } }, { text }): Iterable<Fix> {
      const value = infoPlaceholders[name];
      const edits = [setMember(text, info.node, name, value)];
      yield { title: `Insert ${name}: ${value}`, edits, preferred: true };
    },
  },
});
