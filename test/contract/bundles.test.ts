import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { builtFile } from '../support/built-file';

/* What is in the bundles, whoever wrote it (SECURITY T4, T28, T30). */

const suggestion = 'a suggestion of addEnvironment';
const message = 'a placeholder in a message';
const documentation = 'the documentation of the API';
const namespace = 'the name of a namespace, which nobody fetches';

/** Whom the bundles name behind `https://` and the like, and why. */
const hosts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'cli.js': {
    '127.0.0.1:9999': 'the base of an address that is read and never asked',
    HOST: message,
    'HOST:PORT': message,
    'docs.capillarytech.com': documentation,
    'docs.oasis-open.org': 'the schema that a SARIF report names',
  },
  'extension.js': {},
  'extension.web.js': {},
  'engine.js': { 'docs.capillarytech.com': documentation },
  'server.js': {},
  'server.web.js': { 'docs.capillarytech.com': documentation },
  'preview/main.js': { 'www.w3.org': namespace },
};

const ofExtension: Readonly<Record<string, string>> = {
  '127.0.0.1:8765': 'the sandbox on this machine',
  HOST: message,
  'HOST:PORT': message,
  host: message,
  'apac.intouch.capillarytech.com': suggestion,
  'eu.api.capillarytech.com': suggestion,
  'eu.intouch.capillarytech.com': suggestion,
  'sea.intouch.capillarytech.com': suggestion,
  'ushc.intouch.capillarytech.com': suggestion,
};

const dist = path.dirname(builtFile('cli.js'));
const bundles = Object.keys(hosts);
const textOf = (bundle: string): string => readFileSync(path.join(dist, bundle), 'utf8');

/** Every host in a text behind a scheme that asks a network; what a program puts there when it runs is `${}`. */
function hostsIn(text: string): string[] {
  const found = [...text.matchAll(/\b(?:https?|wss?|ftp):(?:\/\/|\\\/\\\/)([^\s"'`/\\?#,;)]+)/gi)];
  const named = found.map(([, host = '']) => host.replace(/\$\{[^}]*\}?/g, '${}').replace(/\.$/, ''));
  return [...new Set(named)].filter((host) => host !== '${}').sort();
}

/** The places where a program could run text as code, each with what stands there. */
function codeFromText(text: string): string[] {
  const found: string[] = [];
  const pending: ts.Node[] = [ts.createSourceFile('bundle.js', text, ts.ScriptTarget.ES2022, false, ts.ScriptKind.JS)];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (runsText(node)) found.push(text.slice(node.pos, node.pos + 80));
    ts.forEachChild(node, (child) => {
      pending.push(child);
    });
  }
  return found;
}

const evaluators = new Set(['eval', 'Function']);
const timers = new Set(['setTimeout', 'setInterval', 'setImmediate']);

function runsText(node: ts.Node): boolean {
  // `eval` in whatever place: called, handed on, or read of an object.
  if (ts.isIdentifier(node) && node.text === 'eval') return true;
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return false;
  const { expression, arguments: given = [] } = node;
  const name = ts.isIdentifier(expression)
    ? expression.text
    : ts.isPropertyAccessExpression(expression)
      ? expression.name.text
      : '';
  const [first] = given;
  const isText = first !== undefined && (ts.isStringLiteralLike(first) || ts.isTemplateExpression(first));
  return evaluators.has(name) || (isText && (timers.has(name) || name === 'constructor'));
}

describe('the bundles', function () {
  // They are built first where they are older than their sources.
  this.timeout(120_000);

  it('are these', () => {
    const shipped = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
    assert.deepEqual(shipped.filter((name) => name.endsWith('.js')).sort(), [...bundles].sort());
  });

  for (const bundle of bundles) {
    it(`${bundle}: names no host of a network but links to documentation and suggestions`, () => {
      const allowed = { ...(bundle.startsWith('extension') ? ofExtension : {}), ...hosts[bundle] };
      assert.deepEqual(hostsIn(textOf(bundle)), Object.keys(allowed).sort());
    });

    it(`${bundle}: runs no text as code, and does not switch certificates off`, () => {
      assert.deepEqual(codeFromText(textOf(bundle)), []);
      assert.doesNotMatch(textOf(bundle), /rejectUnauthorized|NODE_TLS_REJECT/);
    });
  }

  it('of a page have no style that fetches', () => {
    assert.doesNotMatch(readFileSync(path.join(dist, 'preview/style.css'), 'utf8'), /url\((?!#)|@import|https?:/i);
  });
});

describe('what the bundles are searched by', () => {
  it('finds whatever runs text', () => {
    const running = ['eval("1")', '(0, eval)("1")', 'globalThis.eval("1")', 'const run = eval;', 'new Function("1")()'];
    for (const text of [
      ...running,
      'Function("1")',
      'setTimeout("a()", 1)',
      'f.constructor("a")()',
      'window.Function(`a`)',
    ])
      assert.equal(codeFromText(text).length > 0, true, text);
    for (const text of ['f("eval")', 'setTimeout(() => a(), 1)', 'typeof x === "Function"', 'x instanceof Function'])
      assert.deepEqual(codeFromText(text), [], text);
  });

  it('finds hosts, wherever they stand', () => {
    const text =
      'a("https://a.example/x"), `wss://${b}.c.example:1/`, /http:\\/\\/d\\.example/, "see HTTP://E.example."';
    assert.deepEqual(hostsIn(text), ['${}.c.example:1', 'E.example', 'a.example', 'd'].sort());
    assert.deepEqual(hostsIn('`http://${host}` + "http://"'), []);
  });
});
