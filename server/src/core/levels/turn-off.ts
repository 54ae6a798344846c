import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { modelOfText } from '../document/model';
import { memberOf } from '../document/node';
import type { Edit } from '../document/syntax-problem';
import { insertMember } from '../edits/insert-member';
import { setMember } from '../edits/set-member';

/** Where the nearest rc file is or would be; `text` is undefined where there is none yet. */
export interface RcPlace {
  readonly uri: string;
  readonly text: string | undefined;
}

/**
 * The edit that switches a rule off in the nearest `.targetgrouprc.json`, or creates one.
 * @returns undefined when the file is there but cannot be read as an object: it is the author's to mend first.
 */
export function turnOffEdit(code: string, { uri, text }: RcPlace): WorkspaceEdit | undefined {
  if (text === undefined) {
    const newText = `{\n  "rules": {\n    ${JSON.stringify(code)}: "off"\n  }\n}\n`;
    const start = { line: 0, character: 0 };
    return {
      documentChanges: [
        { kind: 'create', uri, options: { ignoreIfExists: true } },
        { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText }] },
      ],
    };
  }
  const model = modelOfText(text, uri);
  if (!model.isWhole || model.root?.kind !== 'object') return undefined;
  const rules = memberOf(model.root, 'rules')?.value;
  let edit: Edit;
  if (rules?.kind === 'object') edit = setMember(text, rules, code, '"off"');
  else if (rules) return undefined;
  else edit = insertMember(text, model.root, 'rules', `{ ${JSON.stringify(code)}: "off" }`);
  const edits = [{ range: model.rangeOf(edit), newText: edit.newText }];
  return { documentChanges: [{ textDocument: { uri, version: null }, edits }] };
}
