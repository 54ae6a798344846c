import ts from 'typescript';

/** One way to break a file. */
export interface Mutant {
  /** Counted from 1 in its file. */
  readonly id: number;
  readonly line: number;
  /** The line it is on, without its indentation. */
  readonly context: string;
  readonly before: string;
  readonly after: string;
  /** True when it only shows while the file is loaded: outside of every function. */
  readonly isStatic: boolean;
}

export interface Instrumented {
  /** The file with all mutants in it: `globalThis.mutant` says which one is awake, 0 for none. */
  readonly source: string;
  readonly mutants: readonly Mutant[];
}

const relational: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '&&': ['||'],
  '||': ['&&'],
  '+': ['-'],
  '-': ['+'],
  '*': ['+'],
};

const calls: Readonly<Record<string, string>> = {
  every: 'some',
  some: 'every',
  min: 'max',
  max: 'min',
};

/**
 * Words for readers: other tests hold that there are some, and none holds each of them. And what test/contract/rules.test.ts
 * compares with a list, or without which a rule never runs: such breaks are noticed at once, and cost a process each.
 */
const words = new Set(['title', 'why', 'source', 'examples', 'message', 'says', 'code', 'levels', 'scope', 'parts']);

/** Breaks conditions, comparisons, bounds, signs, constants and calls, one at a time. */
export function instrument(fileName: string, source: string): Instrumented {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];

  function wrapped(node: ts.Node, inner: string, broken: readonly string[]): string {
    let result = inner;
    for (const after of broken) {
      const start = node.getStart(file);
      const line = file.getLineAndCharacterOfPosition(start).line;
      const context = source.split('\n')[line]?.trim() ?? '';
      const id = mutants.length + 1;
      mutants.push({ id, line: line + 1, context, before: node.getText(file), after, isStatic: isStatic(node) });
      result = `(globalThis.mutant === ${id} ? (${after}) : ${result})`;
    }
    return broken.length > 0 ? `(${result})` : result;
  }

  /** The text of a node with everything in it instrumented. */
  function print(node: ts.Node): string {
    if (isNoCode(node)) return node.getText(file);
    const parts: string[] = [];
    let at = node.getStart(file);
    node.forEachChild((child) => {
      parts.push(source.slice(at, child.getStart(file)), print(child));
      at = child.getEnd();
    });
    const inner = parts.join('') + source.slice(at, node.getEnd());
    return wrapped(node, inner, brokenForms(node, file));
  }

  const body = file.statements.map((statement) => print(statement)).join('\n');
  return { source: body, mutants };
}

const isStatic = (node: ts.Node): boolean => ts.findAncestor(node, ts.isFunctionLike) === undefined;

/** Types, imports, and words for readers: nothing in them is broken. */
function isNoCode(node: ts.Node): boolean {
  if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return true;
  if (ts.isTypeAliasDeclaration(node) || ts.isExportDeclaration(node)) return true;
  const isWords = (name: ts.Node) => ts.isIdentifier(name) && words.has(name.text);
  if (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) return isWords(node.name);
  return ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node);
}

function brokenForms(node: ts.Node, file: ts.SourceFile): string[] {
  const text = node.getText(file);
  if (ts.isBinaryExpression(node)) return brokenOperators(node, file);
  if (isCondition(node)) return text === 'true' ? [] : ['true', 'false'];
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return [node.operand.getText(file)];
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword) return isLiteralOfType(node) ? [] : ['false'];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return isLiteralOfType(node) ? [] : ['true'];
  if (ts.isNumericLiteral(node)) return isName(node) ? [] : [`${text} + 1`];
  if (ts.isStringLiteral(node)) return isName(node) || node.text === '' ? [] : ["''"];
  if (ts.isCallExpression(node)) return brokenCalls(node, file);
  return [];
}

function brokenOperators(node: ts.BinaryExpression, file: ts.SourceFile): string[] {
  const [left, right] = [node.left.getText(file), node.right.getText(file)];
  const operator = node.operatorToken.getText(file);
  const isText = operator === '+' && /['"`]/.test(left + right);
  const swapped = isText ? [] : (relational[operator] ?? []).map((other) => `${left} ${other} ${right}`);
  return isCondition(node) ? [...swapped, 'true', 'false'] : swapped;
}

function brokenCalls(node: ts.CallExpression, file: ts.SourceFile): string[] {
  if (!ts.isPropertyAccessExpression(node.expression)) return [];
  const { name, expression } = node.expression;
  const of = expression.getText(file);
  if (name.text === 'trim' || name.text === 'toLowerCase') return [of];
  const other = Object.hasOwn(calls, name.text) ? calls[name.text] : undefined;
  const args = node.arguments.map((argument) => argument.getText(file)).join(', ');
  return other === undefined ? [] : [`${of}.${other}(${args})`];
}

/** What decides about a branch. */
function isCondition(node: ts.Node): boolean {
  const { parent } = node;
  return (
    (ts.isIfStatement(parent) && parent.expression === node) ||
    (ts.isConditionalExpression(parent) && parent.condition === node)
  );
}

/** A literal that is a key or a module name, not a value. */
function isName(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent)) return parent.name === node;
  return ts.isImportDeclaration(parent) || ts.isLiteralTypeNode(parent);
}

function isLiteralOfType(node: ts.Node): boolean {
  return ts.isLiteralTypeNode(node.parent);
}
