import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createTargetGroupService } from '../../../server/src/core/index.js';
import type { PreviewModel } from '../../../server/src/protocol/requests.js';
import { root } from '../repository.js';

const folder = path.join(root, 'examples');

/** The picture of every example, by its file's name. */
export function exampleModels(): ReadonlyMap<string, PreviewModel> {
  const service = createTargetGroupService();
  const names = readdirSync(folder).filter((name) => name.endsWith('.targetgroup.json'));
  return new Map(
    names.map((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      return [name, service.preview(TextDocument.create(`file:///${name}`, 'targetgroup', 1, text))];
    }),
  );
}
