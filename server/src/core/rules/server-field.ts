import { isWritten, type Member } from '../document/node';
import { removeMember } from '../edits/remove-member';
import { isServerField, removeServerFields, serverFieldsOf } from '../edits/remove-server-fields';
import { defineRule, type Fix } from './rule';
import { quoted } from './wording';

export const serverField = defineRule<'object', Member>({
  code: 'server-field',
  levels: ['information'],
  scope: 'object',
  title: 'Only answers of the API carry this member',
  why: 'Ids, attributions and times are given by the API. In a create body they have no known effect; they are usually left over from a pasted answer.',
  source: 'Answers and update bodies (FACTS a.1, c)',
  examples: {
    bad: '{ "name": "Spring", "trackingType": "CAPPING", «server-field:"id"»: 2330 }',
    good: '{ "name": "Spring", "trackingType": "CAPPING" }',
  },
  *check({ object, schema }) {
    for (const member of object.members) {
      // Without a colon a key is half typed. Null counts as absent.
      if (!isServerField(member, schema) || !isWritten(member) || member.value?.kind === 'null') continue;
      const name = quoted(member.key.value);
      yield { at: member.key, message: `${name} is given by the API; a create body has no use for it.`, data: member };
    }
  },
  fix: {
    title: 'remove this one, or all of them.',
    *propose({ data: member }, { root, text }): Iterable<Fix> {
      yield { title: `Remove "${member.key.value}"`, edits: [removeMember(text, member)], preferred: true };
      if (!root || serverFieldsOf(root).length < 2) return;
      yield { title: 'Remove all members that only answers carry', edits: removeServerFields(text, root) };
    },
  },
});
