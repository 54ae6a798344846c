import assert from 'node:assert/strict';
import {
  type CodeAction,
  commands,
  languages,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { until } from '../support/until';
import { answering } from './author';
import { type Definition, openDefinition } from './definition';

const decoded = '\n{\n  "arity":"literal",\n  "value":"true",\n  "type":"boolean:primitive"\n}';
const literal = String.raw`"\n{\n  \u0022arity\u0022:\u0022literal\u0022,\n  \u0022value\u0022:\u0022true\u0022,\n  \u0022type\u0022:\u0022boolean:primitive\u0022\n}"`;
const textWith = (second: string) =>
  `{\n  "name": "Spring",\n  "trackingType": "CAPPING",\n  "targets": [\n    { "name": "A", "expressionJson": ${second} },\n    { "name": "B", "expressionJson": "true" }\n  ]\n}\n`;
const scheme = 'targetgroup-expression';

const sideDocument = () =>
  window.visibleTextEditors.map(({ document }) => document).find(({ uri }) => uri.scheme === scheme);

/** Replaces the first occurrence; again where the document changed at the same moment. */
async function replace(document: TextDocument, text: string, by: string): Promise<void> {
  await until(
    async () => {
      const start = document.getText().indexOf(text);
      assert.ok(start >= 0, `no ${text}`);
      const edit = new WorkspaceEdit();
      edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(start + text.length)), by);
      return await workspace.applyEdit(edit);
    },
    { what: `${text} replaced`, within: 10_000 },
  );
}

describe('the expression editor', () => {
  let definition: Definition;
  let side: TextDocument;
  let files = 0;
  const uriOf = (name: string) => Uri.joinPath(workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder'), name);
  const shows = (document: TextDocument, isRight: (text: string) => boolean) =>
    until(() => isRight(document.getText()), { what: `the text, now ${document.getText()}`, within: 10_000 });
  const focus = (document: TextDocument) => {
    const viewColumn = window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
    assert.ok(viewColumn !== undefined);
    return window.showTextDocument(document, viewColumn);
  };
  const canWrite = async () => workspace.fs.stat(side.uri).then(({ permissions }) => permissions === undefined);

  beforeEach(async () => {
    const name = `expression-${++files}.targetgroup.json`;
    await workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(textWith(literal)));
    definition = await openDefinition(name);
    const { document } = definition;
    const at = definition.after('u0022arity');
    await window.showTextDocument(document, { selection: new Range(at, at) });
    await commands.executeCommand('targetgroup.editExpression');
    side = sideDocument() ?? assert.fail('no side editor');
  });

  afterEach(async () => {
    for (const document of [side, definition.document]) if (!document.isClosed) await document.save();
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('shows what the text stands for, as JSON, beside the definition', () => {
    assert.equal(side.getText(), decoded);
    assert.equal(side.languageId, 'json');
    assert.equal(side.isDirty, false);
    assert.equal(window.visibleTextEditors.length, 2);
  });

  it('writes each change at once, broken JSON too, in the style of the string, and nothing else', async () => {
    await replace(side, '"true"', '"fal');
    const half = literal.replace(String.raw`\u0022true\u0022`, String.raw`\u0022fal`);
    await shows(definition.document, (text) => text === textWith(half));
    await replace(side, '"fal', '"false"');
    const whole = literal.replace('true', 'false');
    await shows(definition.document, (text) => text === textWith(whole));
    assert.ok(side.isDirty);
    await side.save();
    assert.equal(side.isDirty, false);
    assert.equal(definition.document.getText(), textWith(whole));
  });

  it('keeps up with somebody who types fast', async () => {
    const editor = await focus(side);
    for (const letter of 'a somewhat longer word') {
      await editor.edit((builder) => {
        builder.insert(side.positionAt(side.getText().indexOf('",\n  "type"')), letter);
      });
    }
    assert.match(side.getText(), /"truea somewhat longer word"/);
    await shows(
      definition.document,
      (text) => text === textWith(literal.replace('true', 'truea somewhat longer word')),
    );
  });

  it('undoes in the editor that has the focus, either way', async () => {
    await replace(side, 'true', 'false');
    await shows(definition.document, (text) => text.includes('false'));
    await focus(side);
    await commands.executeCommand('undo');
    assert.equal(side.getText(), decoded);
    await shows(definition.document, (text) => text === textWith(literal));
    await commands.executeCommand('redo');
    await shows(definition.document, (text) => text.includes('false'));
    await focus(definition.document);
    await commands.executeCommand('undo');
    await shows(side, (text) => text === decoded);
  });

  it('follows the definition: around the string, and inside it', async () => {
    await replace(definition.document, '"Spring"', '"A longer name\\nof two lines"');
    await replace(definition.document, 'true', 'maybe');
    await shows(side, (text) => text === decoded.replace('true', 'maybe'));
    await replace(side, 'maybe', 'no');
    await shows(definition.document, (text) => text.includes(String.raw`\u0022no\u0022`) && text.includes('two lines'));
  });

  it('follows another string in the place of the whole one', async () => {
    await replace(definition.document, literal, String.raw`"{\"é\":1}"`);
    await shows(side, (text) => text === '{"é":1}');
    await replace(side, '1', '2');
    await shows(definition.document, (text) => text === textWith(String.raw`"{\"é\":2}"`));
  });

  it('keeps what both change at the same time, apart from each other', async () => {
    await Promise.all([
      replace(side, 'literal', 'LITERAL'),
      replace(definition.document, 'boolean:primitive', 'boolean'),
      replace(definition.document, '"Spring"', '"Summer"'),
    ]);
    const both = decoded.replace('literal', 'LITERAL').replace('boolean:primitive', 'boolean');
    await shows(side, (text) => text === both);
    const written = literal.replace('literal', 'LITERAL').replace('boolean:primitive', 'boolean');
    await shows(definition.document, (text) => text === textWith(written).replace('Spring', 'Summer'));
  });

  it('turns read-only, and says why, while the value is no text; and back', async () => {
    const { messages } = await answering([], async () => {
      await replace(definition.document, literal, 'true');
      await until(async () => !(await canWrite()), { what: 'read-only', within: 10_000 });
      await until(
        () =>
          languages
            .getDiagnostics(side.uri)
            .some(({ source, message }) => source === undefined && message.includes('is no text')),
        { what: 'the reason', within: 10_000 },
      );
    });
    assert.ok(messages.some((message) => message.includes('is no text in the definition any more')));
    assert.equal(side.getText(), decoded);
    await focus(definition.document);
    await commands.executeCommand('undo');
    assert.equal(definition.document.getText(), textWith(literal));
    await until(canWrite, { what: 'writable again', within: 10_000 });
    await replace(side, 'true', 'false');
    await shows(definition.document, (text) => text === textWith(literal.replace('true', 'false')));
  });

  it('never goes on with the expression of another target', async () => {
    const { document } = definition;
    const first = document
      .getText()
      .slice(document.getText().indexOf('{ "name": "A"'), document.getText().indexOf('{ "name": "B"'));
    await answering([], async () => {
      await replace(document, first, '');
      await until(async () => !(await canWrite()), { what: 'read-only', within: 10_000 });
    });
    assert.equal(side.getText(), decoded);
    assert.match(document.getText(), /"expressionJson": "true"/);
    // Asked for again, it is that of whatever target is the first now.
    await commands.executeCommand('targetgroup.editExpression', document.uri, 0);
    await shows(side, (text) => text === 'true');
    await until(canWrite, { what: 'writable again', within: 10_000 });
  });

  it('turns read-only when the definition is renamed', async () => {
    const { messages } = await answering([], async () => {
      const edit = new WorkspaceEdit();
      edit.renameFile(definition.document.uri, uriOf(`renamed-${files}.targetgroup.json`));
      assert.ok(await workspace.applyEdit(edit));
      await until(async () => !(await canWrite()), { what: 'read-only', within: 10_000 });
    });
    assert.ok(
      messages.some((message) => message.includes('was renamed')),
      messages.join('; '),
    );
    assert.equal(side.getText(), decoded);
  });

  it('turns read-only when the definition is deleted', async () => {
    const { messages } = await answering([], async () => {
      await workspace.fs.delete(definition.document.uri);
      await until(async () => !(await canWrite()), { what: 'read-only', within: 10_000 });
    });
    assert.ok(
      messages.some((message) => message.includes('was deleted')),
      messages.join('; '),
    );
    assert.equal(side.getText(), decoded);
  });

  it('is offered where the cursor is in an expression', async () => {
    const at = definition.after('"B", "expressionJson": "t');
    const elsewhere = definition.after('"Spr');
    const offered = async (place: typeof at) =>
      (
        await commands.executeCommand<CodeAction[]>(
          'vscode.executeCodeActionProvider',
          definition.document.uri,
          new Range(place, place),
          'refactor.rewrite',
        )
      ).filter(({ title }) => title === 'Edit the expression beside');
    assert.deepEqual(await offered(elsewhere), []);
    const [action] = await offered(at);
    assert.deepEqual(action?.command?.arguments, [definition.document.uri, 1]);
  });
});
