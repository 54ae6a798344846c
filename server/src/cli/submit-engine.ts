import path from 'node:path';
import type { Diagnostic } from 'vscode-languageserver-types';
import { createTargetGroupService, openDocument } from '../core/index';
import { sentenceOf } from './definitions/read-definitions';
import { createFileLevels } from './file-levels';
import { messageOf } from './formats/diagnostic';
import type { CliIo } from './io';
import type { BlockingFinding, SubmitEngine } from './submit/submit-check';
import { toLine } from './to-line';

/** The engine, as `submit` asks it: with the levels of the file's `.targetgrouprc.json`, whose problems it tells. */
export function createSubmitEngine({ cwd, stderr }: Pick<CliIo, 'cwd' | 'stderr'>): SubmitEngine {
  const fileLevels = createFileLevels(cwd);
  return {
    check(text, file) {
      const levels = fileLevels.of(file === '-' ? undefined : path.resolve(cwd, file));
      for (const problem of fileLevels.takeProblems()) stderr(`submit: ${toLine(sentenceOf(problem))}\n`);
      const { blocking, lowered, summary } = createTargetGroupService().prepareSubmission(documentOf(text), { levels });
      return { blocking: blocking.map((finding) => toBlockingFinding(finding, lowered)), summary };
    },
    locate(text, pointers) {
      const service = createTargetGroupService();
      const document = documentOf(text);
      return pointers.flatMap((pointer) => service.locate(document, pointer));
    },
  };
}

const documentOf = (text: string) => openDocument('untitled:submission', 'targetgroup', 0, text);

function toBlockingFinding(diagnostic: Diagnostic, lowered: readonly string[]): BlockingFinding {
  const { range } = diagnostic;
  const code = String(diagnostic.code);
  return { code, message: messageOf(diagnostic), range, isLowered: lowered.includes(code) };
}
