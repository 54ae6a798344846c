import { l10n, Uri, window, workspace } from 'vscode';
import type { Generator, PreviewModel } from '../../../../../server/src/protocol/requests';
import type { RegisterCommand } from '../../infrastructure/commands';
import { chosenDefinition } from '../../infrastructure/definition';
import type { Disposes } from '../../infrastructure/disposables';
import type { LanguageServer } from '../../language-client';
import { askForCycles, askForNewDefinition } from './ask-for-cycles';
import { askForNextName } from './ask-for-next-name';
import { askForShift } from './ask-for-shift';
import { askForTarget } from './ask-for-target';
import { askForValue } from './ask-for-value';
import { createMaker } from './maker';
import { nextFileName } from './next-year';

interface GenerateFeature {
  readonly server: LanguageServer;
  readonly register: RegisterCommand;
}

/** What is to be made of a definition, as far as the author has to be asked; `undefined` when that was dismissed. */
type Ask = (model: PreviewModel) => Generator | Promise<Generator | undefined>;

/** The commands that make something of the definition in front: each says so when there is none, or it cannot be. */
export function activateGenerate({ server, register }: GenerateFeature): Disposes[] {
  const maker = createMaker(server);
  const change = (ask: Ask) => async (chosen: unknown) => {
    const document = await chosenDefinition(chosen);
    const model = await maker.read(document);
    const generator = model && (await ask(model));
    if (document && generator) await maker.change(document, generator);
  };
  return [
    register('targetgroup.new', async () => {
      const generator = await askForNewDefinition();
      const text = generator && (await maker.textOf(generator));
      if (text !== undefined) await show(text);
    }),
    register('targetgroup.generatePeriods', change(askForCycles)),
    register('targetgroup.shiftDates', change(askForShift)),
    register('targetgroup.fillDefaultValues', change(askForValue)),
    register(
      'targetgroup.toUnified',
      change(() => ({ kind: 'unified' })),
    ),
    register(
      'targetgroup.sortPeriods',
      change(() => ({ kind: 'sortPeriods' })),
    ),
    register('targetgroup.addTarget', change(askForTarget)),
    register('targetgroup.cloneForNextYear', async (chosen) => {
      const document = await chosenDefinition(chosen);
      const model = await maker.read(document);
      const name = model && (await askForNextName(model));
      if (!document || name === undefined) return;
      const text = await maker.textOf({ kind: 'nextYear', name }, document);
      if (text !== undefined) await show(text, document.uri);
    }),
  ];
}

/** Shows a text as a definition that is not saved yet; beside the file of another one, where there is such a place. */
async function show(text: string, beside?: Uri): Promise<void> {
  const file = beside?.scheme === 'file' ? await freeFile(beside) : undefined;
  if (!file) {
    await window.showTextDocument(await workspace.openTextDocument({ language: 'targetgroup', content: text }));
    return;
  }
  const document = await workspace.openTextDocument(file.with({ scheme: 'untitled' }));
  const editor = await window.showTextDocument(document);
  const isWritten = await editor.edit((builder) => {
    builder.insert(document.positionAt(0), text);
  });
  if (!isWritten) throw new Error(l10n.t('The new definition could not be written.'));
}

/** The first name for the next year that no file, and no document to be saved, has yet. */
async function freeFile(beside: Uri): Promise<Uri> {
  const isOpen = (path: string) => workspace.textDocuments.some(({ uri }) => uri.path === path);
  for (let number = 1; ; number++) {
    const name = nextFileName(beside.path.slice(beside.path.lastIndexOf('/') + 1), number);
    const file = Uri.joinPath(beside, '..', name);
    if (!isOpen(file.path) && !(await exists(file))) return file;
  }
}

async function exists(file: Uri): Promise<boolean> {
  return workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
