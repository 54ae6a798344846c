import { CodeActionKind, type CodeAction, type Range } from 'vscode-languageserver-types';
import type { Model } from '../document/model';
import { endOf } from '../document/node';
import type { Generator } from '../generate/generator';
import type { Finding } from '../rules/finding';
import { generation } from './generation';

/** Texts above it are changed by command alone: what is offered in a menu is worked out at once. */
const longest = 500_000;

/** What can be made without a question, by the key of the group's member that the cursor is in. */
const offers: readonly { readonly title: string; readonly generator: Generator; readonly at: RegExp }[] = [
  { title: 'Add the next period', generator: { kind: 'nextPeriod' }, at: /^(periods|totalP|freq)/ },
  { title: 'Sort the periods by their days, with their values', generator: { kind: 'sortPeriods' }, at: /^periods/ },
  { title: 'Give each target one value per period', generator: { kind: 'defaultValues' }, at: /^(per|targets|totalP)/ },
  { title: 'Add a target', generator: { kind: 'target' }, at: /^targets/ },
  { title: 'Make it a unified group', generator: { kind: 'unified' }, at: /^(targets|tracking)/ },
];

/** The refactorings that fit the place where the range begins, each with its edits; none that would bring a finding. */
export function refactorings(model: Model, findings: readonly Finding[], range: Range): CodeAction[] {
  const { root, text } = model;
  if (root?.kind !== 'object' || text.length > longest) return [];
  const offset = model.offsetAt(range.start);
  const key = root.members.find((member) => member.offset <= offset && offset <= endOf(member))?.key.value;
  return offers.flatMap(({ title, generator, at }) => {
    const made = key !== undefined && at.test(key) ? generation(model, findings, generator) : undefined;
    if (!made || !('edits' in made)) return [];
    return [{ title, kind: CodeActionKind.RefactorRewrite, edit: { changes: { [model.uri]: made.edits } } }];
  });
}
