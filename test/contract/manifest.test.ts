import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';

/* What the manifest promises and what the code does, held to each other. */

interface Command {
  readonly command: string;
  readonly title: string;
  readonly category: string;
}
interface Setting {
  readonly scope: string;
  readonly default?: unknown;
}
interface Manifest {
  readonly publisher: string;
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly engines: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly extensionKind: readonly string[];
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { supported: unknown; description: string; restrictedConfigurations?: string[] };
    readonly virtualWorkspaces: unknown;
  };
  readonly contributes: {
    readonly languages: readonly { id: string; extensions: string[] }[];
    readonly commands: readonly Command[];
    readonly menus?: Record<string, readonly { command: string; when?: string }[]>;
    readonly configuration: { readonly properties: Record<string, Setting> };
    readonly configurationDefaults: Record<string, Record<string, unknown>>;
    readonly jsonValidation?: unknown;
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly id: string;
        readonly media: { readonly svg: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
  };
}

const read = (path: string): string => readFileSync(path, 'utf8');
const manifestText = read('package.json');
const manifest = JSON.parse(manifestText) as Manifest;
const { commands, menus = {}, configuration, languages } = manifest.contributes;
const sources = globSync('client/src/{extension,node,browser}/**/*.ts').map((path) => ({ path, text: read(path) }));
const code = sources.map(({ text }) => text).join('\n');

/** Every distinct first group of the pattern in the text, sorted. */
function found(pattern: RegExp, text: string): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort();
}

describe('the manifest', () => {
  it('registers exactly the commands that it declares', () => {
    const declared = commands.map(({ command }) => command).sort();
    assert.deepEqual(found(/\bregister\(\s*'(targetgroup\.\w+)'/g, code), declared);
    assert.ok(commands.every(({ category }) => category === 'Target Group'));
  });

  it('names only declared commands in menus and in the code', () => {
    const declared = new Set(commands.map(({ command }) => command));
    const inMenus = Object.values(menus).flatMap((items) => items.map(({ command }) => command));
    const inCode = found(/command: '(targetgroup\.\w+)'/g, code);
    assert.deepEqual(
      [...inMenus, ...inCode].filter((command) => !declared.has(command)),
      [],
    );
  });

  it('declares exactly the settings that the code reads', () => {
    const declared = Object.keys(configuration.properties).sort();
    const settings = sources.find(({ path }) => path.endsWith('infrastructure/settings.ts'));
    // The server asks for these itself, per document and per folder.
    const asked = ['targetgroup.files.exclude', 'targetgroup.inlayHints.enabled', 'targetgroup.rules'];
    assert.deepEqual([...found(/: '(targetgroup\.[\w.]+)'/g, settings?.text ?? ''), ...asked].sort(), declared);
    const elsewhere = sources.filter(({ path, text }) => path !== settings?.path && text.includes('getConfiguration'));
    assert.deepEqual(
      elsewhere.map(({ path }) => path),
      [],
    );
  });

  it('gives every setting the scope of CONTRACT: what holds a host or a time limit only the user can set', () => {
    const scopes: Record<string, string> = {
      'targetgroup.codeLens.enabled': 'resource',
      'targetgroup.environments': 'application',
      'targetgroup.environment': 'window',
      'targetgroup.files.exclude': 'resource',
      'targetgroup.inlayHints.enabled': 'resource',
      'targetgroup.preview.openOnOpen': 'resource',
      'targetgroup.rules': 'resource',
      'targetgroup.submit.timeoutSeconds': 'application',
      'targetgroup.trace.server': 'window',
    };
    for (const [key, { scope }] of Object.entries(configuration.properties)) assert.equal(scope, scopes[key], key);
  });

  it('is activated by definitions and by what is asked of it, never at startup', () => {
    // Commands activate it without being listed.
    assert.deepEqual([...manifest.activationEvents].sort(), [
      'onFileSystem:targetgroup-expression',
      'onLanguage:targetgroup',
      'onWebviewPanel:targetgroup.preview',
      'workspaceContains:**/*.targetgroup.json',
    ]);
  });

  it('says what an untrusted and a virtual workspace get, and where it runs', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    assert.equal(untrustedWorkspaces.supported, 'limited');
    for (const key of untrustedWorkspaces.restrictedConfigurations ?? [])
      assert.ok(key in configuration.properties, key);
    assert.equal(virtualWorkspaces, true);
    assert.deepEqual(manifest.extensionKind, ['workspace', 'ui']);
  });

  it('keeps the public names: publisher, lowest VS Code, language id, bundles', () => {
    assert.equal(manifest.publisher, 'targetgroup');
    assert.equal(manifest.engines['vscode'], '^1.100.0');
    assert.equal(manifest.devDependencies['@types/vscode'], '1.100.0');
    assert.deepEqual(
      languages.map(({ id, extensions }) => ({ id, extensions })),
      [{ id: 'targetgroup', extensions: ['.targetgroup.json'] }],
    );
    assert.deepEqual([manifest.main, manifest.browser], ['./dist/extension.js', './dist/extension.web.js']);
    assert.equal(manifest.contributes.jsonValidation, undefined, 'every schema error would show twice');
  });

  it('suggests inside strings', () => {
    const defaults = manifest.contributes.configurationDefaults['[targetgroup]'];
    assert.deepEqual(defaults?.['editor.quickSuggestions'], { strings: true });
  });

  it('refers to files that exist', () => {
    const contributed = JSON.stringify(manifest.contributes);
    const paths = [...found(/"(\.\/[^"*]+\.\w[\w-]*)"/g, contributed), manifest.icon];
    assert.ok(paths.length >= 5);
    for (const path of paths) assert.ok(existsSync(path), path);
  });

  it('has a text for every key, and no text without one', () => {
    const texts = JSON.parse(read('package.nls.json')) as Record<string, string>;
    assert.deepEqual(found(/"%([\w.-]+)%"/g, manifestText), Object.keys(texts).sort());
    assert.ok(Object.values(texts).every((text) => text.trim() !== ''));
  });

  it('has every text of the contributions in package.nls.json', () => {
    const plain = found(
      /"(?:title|description|markdownDescription|category)": ?"((?!%|Target Group")[^"]+)"/g,
      manifestText,
    );
    assert.deepEqual(plain, []);
  });
});

describe('the shipped entries', () => {
  it('are at most twenty lines each', () => {
    for (const path of ['client/src/node/main.ts', 'client/src/browser/main.ts']) {
      assert.ok(read(path).trimEnd().split('\n').length <= 20, path);
    }
  });

  it('ask the author before every submit: none passes a port that agrees, or another clock', () => {
    for (const path of ['client/src/node/main.ts', 'client/src/browser/main.ts']) {
      assert.doesNotMatch(read(path), /confirm|startTimer/, path);
    }
    const agreeing = globSync(['client/src/**/*.ts', 'server/src/**/*.ts']).filter((path) =>
      read(path).includes('confirm: () =>'),
    );
    assert.deepEqual(agreeing, []);
  });

  it('give no tool to a language model, and no sign-in to other extensions', () => {
    for (const point of ['languageModelTools', 'chatParticipants', 'authentication', 'mcpServerDefinitionProviders']) {
      assert.ok(!(point in manifest.contributes), point);
    }
    const offering = /registerTool|registerAuthenticationProvider|registerChat|createChatParticipant|registerMcp/;
    assert.deepEqual(
      sources.filter(({ text }) => offering.test(text)).map(({ path }) => path),
      [],
    );
  });

  it('show no text that translators cannot reach', () => {
    const shown = /\.(?:show(?:Error|Warning|Information)Message|showInputBox|showQuickPick)\(\s*['"`]/;
    assert.deepEqual(
      sources.filter(({ text }) => shown.test(text)).map(({ path }) => path),
      [],
    );
  });

  it('make one command link: that of a finding to its rule', () => {
    const linking = sources.filter(({ text }) => /scheme: 'command'|['"`(]command:[\w$]/.test(text));
    assert.deepEqual(
      linking.map(({ path }) => path),
      ['client/src/extension/rule-links.ts'],
    );
    assert.deepEqual(found(/path: '([^']+)'/g, linking[0]?.text ?? ''), ['targetgroup.showRule']);
    const server = globSync('server/src/**/*.ts').filter((path) => /['"`(]command:[\w$]/.test(read(path)));
    assert.deepEqual(server, []);
  });

  it('open no link of a message, trust no Markdown, handle no URI, run no process but the sandbox', () => {
    const forbidden =
      /isTrusted: true|supportHtml: true|registerUriHandler|createTerminal|sendText|\beval\(|new Function|rejectUnauthorized|NODE_TLS_REJECT/;
    assert.deepEqual(
      sources.filter(({ text }) => forbidden.test(text)).map(({ path }) => path),
      [],
    );
    const processes = sources.filter(({ text }) => text.includes('child_process')).map(({ path }) => path);
    assert.deepEqual(
      processes.filter((path) => path !== 'client/src/node/start-sandbox.ts'),
      [],
    );
  });
});

describe('the walkthrough', () => {
  const steps = manifest.contributes.walkthroughs.flatMap(({ steps: all }) => all);

  it('has a picture of its own for each step, small, with a title and nothing that runs', () => {
    assert.equal(steps.length, 4);
    for (const { media } of steps) {
      const picture = read(media.svg);
      assert.ok(picture.length < 10_000 && picture.includes('<title>'), media.svg);
      assert.doesNotMatch(picture, /<script|<foreignObject|href=|\bon\w+=/);
    }
  });

  it('names commands that are there', () => {
    const nls = JSON.parse(read('package.nls.json')) as Record<string, string>;
    const ids = commands.map(({ command }) => command);
    for (const { id, completionEvents } of steps) {
      const linked = [...(nls[`walkthrough.${id}.description`] ?? '').matchAll(/\(command:([\w.]+)\)/g)];
      const named = [
        ...linked.map(([, name = '']) => name),
        ...completionEvents.map((one) => one.replace('onCommand:', '')),
      ];
      assert.ok(named.length >= 2, id);
      for (const name of named) assert.ok(ids.includes(name), name);
    }
  });
});
