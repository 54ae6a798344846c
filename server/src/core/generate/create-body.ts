import { modelOfText } from '../document/model';
import { applyEdits } from '../edits/apply-edits';
import { serverFieldsOf } from '../edits/remove-server-fields';
import { answerData, keepGroup } from '../rules/whole-response';
import type { Refusal } from './generator';

/** What a group is created with again, and the names of the members that only its answer had. */
export interface CreateBody {
  readonly text: string;
  readonly dropped: readonly string[];
}

/** The create body of the group in a whole answer of the API (`data` beside `errors` or `warnings`). */
export function createBody(answer: string): CreateBody | Refusal {
  const { root, text, isWhole } = modelOfText(answer);
  const group = root?.kind === 'object' && isWhole ? answerData(root)?.value : undefined;
  if (root?.kind !== 'object' || group?.kind !== 'object') return { reason: 'This is no answer with a group in it.' };
  const dropped = new Set(serverFieldsOf(group).map(({ key }) => key.value));
  return { text: applyEdits(text, keepGroup(text, root, group)).trim(), dropped: [...dropped] };
}
