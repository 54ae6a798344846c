import type { CodeLens } from 'vscode-languageserver-types';
import { field } from '../../generated/fields.generated';
import type { Model } from '../document/model';
import type { Finding } from '../rules/finding';
import { counted } from '../rules/wording';
import { groupOf } from './cycles';

/** One line above the definition: how much of what is in it. Hints are no problems. It has no command of its own. */
export function codeLens(model: Model, findings: readonly Finding[]): CodeLens[] {
  const group = groupOf(model);
  if (!group) return [];
  const counts = [
    counted(group.elements(field.periods).length, 'period'),
    counted(group.elements(field.targets).length, 'target'),
    counted(findings.filter(({ level }) => level !== 'hint').length, 'problem'),
  ];
  const range = model.rangeOf({ offset: group.node.offset, length: 1 });
  return [{ range, command: { title: counts.join(' · '), command: '' } }];
}
