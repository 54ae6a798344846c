import { jsonTextIn } from '../edits/json-text';
import { setMember } from '../edits/set-member';
import { infoNeedOf, infoPlaceholder, type InfoNeed } from './extended-field-info';
import type { Part } from './part';
import { defineRule, type Fix } from './rule';

interface Data {
  readonly target: Part;
  readonly need: InfoNeed;
}

export const extendedFieldInfoRequired = defineRule<'part', Data>({
  code: 'extended-field-info-required',
  levels: ['error'],
  scope: 'part',
  parts: ['target'],
  needsWholeText: true,
  title: 'extendedFieldInfo is missing',
  why: 'The API refuses EXTENDED_FIELD and ALTERNATE_CURRENCIES without it (310094): nothing else says which field, or which currency, is measured.',
  source: 'Error 310094; FACTS a.4 and a.6',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [«extended-field-info-required:{» "name": "Coins", "targetEntity": "ALTERNATE_CURRENCIES", "targetType": "ALL", "enrolmentMethod": "IMPORT" }] }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "targets": [{ "name": "Coins", "targetEntity": "ALTERNATE_CURRENCIES", "targetType": "ALL", "extendedFieldInfo": { "alternateCurrencyIdentifier": "0nzyDx", "programId": 46 }, "enrolmentMethod": "IMPORT" }] }',
  },
  *check(target) {
    const need = infoNeedOf(target);
    if (!need || target.presence('extendedFieldInfo') !== 'absent') return;
    const name = need === 'currency' ? 'targetEntity' : 'targetType';
    const by = target.choice(name);
    yield {
      at: target.brace,
      message: `"extendedFieldInfo" is missing; the API refuses ${need === 'currency' ? 'ALTERNATE_CURRENCIES' : 'EXTENDED_FIELD'} without it.`,
      related: by ? [{ at: by.node, message: `${name} is ${by.value} here.` }] : [],
      data: { target, need },
    };
  },
  fix: {
    title: 'insert it, with values to be replaced.',
    *propose({ data: { target, need } }, { text }): Iterable<Fix> {
      const value = jsonTextIn(text, target.node, infoPlaceholder(need));
      const edits = [setMember(text, target.node, 'extendedFieldInfo', value)];
      yield { title: 'Insert extendedFieldInfo', edits, preferred: true };
    },
  },
});
