import type { Place } from '../document/node';
import { timeZones } from '../periods/time-zones';
import { nearest } from './nearest';
import { defineRule, type Fix } from './rule';
import { quoted } from './wording';

const known: ReadonlySet<string> = new Set(timeZones);

interface Data {
  readonly at: Place;
  readonly name: string;
}

export const timeZone = defineRule<'part', Data>({
  code: 'time-zone',
  levels: ['information'],
  scope: 'part',
  parts: ['group'],
  title: 'This is no name of a time zone',
  why: 'The bodies that send a time zone name it as the IANA database does. What the API does with another name is not known; very likely it ignores or refuses it.',
  source: 'FACTS a.1 (timeZoneName); the IANA time zone database, old names included',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", "timeZoneName": «time-zone:"Asia/Kolkatta"» }',
    good: '{ "name": "Spring", "trackingType": "CAPPING", "timeZoneName": "Asia/Kolkata" }',
  },
  *check(group) {
    const zone = group.text('timeZoneName');
    if (!zone || known.has(zone.value)) return;
    yield {
      at: zone.node,
      message: `timeZoneName is ${quoted(zone.value)}; a name of the IANA database, such as Asia/Kolkata, is expected.`,
      data: { at: zone.node, name: zone.value },
    };
  },
  fix: {
    title: 'the nearest name.',
    *propose({ data: { at, name } }): Iterable<Fix> {
      const zone = nearest(name, timeZones)[0];
      if (zone === undefined) return;
      const edits = [{ offset: at.offset, length: at.length, newText: JSON.stringify(zone) }];
      yield { title: `Change to "${zone}"`, edits, preferred: true };
    },
  },
});
