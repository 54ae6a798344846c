import type { Range } from 'vscode-languageserver-types';
import { field } from '../../generated/fields.generated';
import type { Model } from '../document/model';
import { memberOf, type StringNode } from '../document/node';
import { noFixes, type Finding } from '../rules/finding';
import { nameDuplicate } from '../rules/name-duplicate';
import { nameKey } from '../rules/name-key';
import { quoted } from '../rules/wording';

/** The name that a definition gives its group. */
export interface GroupName {
  /** Equal for names that the API takes for the same (FACTS b.13). */
  readonly key: string;
  /** Of the value, quotes included. */
  readonly range: Range;
}

/** Another definition whose group has the same name. */
export interface Namesake {
  readonly uri: string;
  readonly range: Range;
  /** How the definition is called in a message: its path in the workspace. */
  readonly shown: string;
}

/** All of them counted, and the first few named: there may be thousands. */
export interface Namesakes {
  readonly count: number;
  readonly first: readonly Namesake[];
}

/** The group's name; undefined where there is none, an empty one, or one that is not read completely. */
export function groupName(model: Model): GroupName | undefined {
  const node = nameNode(model);
  return node && { key: nameKey(node.value), range: model.rangeOf(node) };
}

/** `name-duplicate` across definitions, beside what the rule says of one; nothing where there is no namesake. */
export function namesakeFindings(model: Model, { count, first: some }: Namesakes): Finding[] {
  const at = nameNode(model);
  const [first] = some;
  if (!at || !first) return [];
  const others = count === 1 ? '' : ` and ${count - 1} more`;
  return [
    {
      code: nameDuplicate.code,
      level: nameDuplicate.levels[0],
      at,
      message: `name is ${quoted(at.value)}, as in ${first.shown.replace(/[\s\p{Cc}]/gu, ' ')}${others}; the API takes a group's name once, in capitals or not.`,
      related: some.map(({ uri, range }) => ({
        location: { uri, range },
        message: 'This group has the same name.',
      })),
      fixes: noFixes,
    },
  ];
}

function nameNode({ root }: Model): StringNode | undefined {
  const node = root?.kind === 'object' ? memberOf(root, field.name)?.value : undefined;
  return node?.kind === 'string' && !node.broken && nameKey(node.value) !== '' ? node : undefined;
}
