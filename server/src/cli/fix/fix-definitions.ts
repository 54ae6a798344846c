import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import { createTargetGroupService, openDocument, textAfter } from '../../core/index';
import { readDefinitions, type Definition, type LeftOut, type Sources } from '../definitions/read-definitions';
import { createFileLevels } from '../file-levels';

export interface Fixed {
  readonly kind: 'fixed';
  readonly definition: Definition;
  /** The text with everything mended that can be; the same where there was nothing. */
  readonly text: string;
  /** The findings at level error that are left in it. */
  readonly errors: readonly Diagnostic[];
}

/** Mends, in memory, what the paths name, one after the other. */
export async function* fixDefinitions(paths: readonly string[], sources: Sources): AsyncGenerator<Fixed | LeftOut> {
  const service = createTargetGroupService();
  const fileLevels = createFileLevels(sources.cwd);
  for await (const definition of readDefinitions(paths, sources)) {
    if (definition.kind === 'problem') {
      yield definition;
      continue;
    }
    const { file, uri, text } = definition;
    const levels = fileLevels.of(file);
    yield* fileLevels.takeProblems();
    const document = openDocument(uri, 'targetgroup', 0, text);
    const fixed = textAfter(service.fixAll(document, { levels }), document);
    const left = service.diagnose(openDocument(uri, 'targetgroup', 1, fixed), { levels });
    service.release(uri);
    const errors = left.filter(({ severity }) => severity === DiagnosticSeverity.Error);
    yield { kind: 'fixed', definition, text: fixed, errors };
  }
}
