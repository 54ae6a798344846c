import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import { catalogue } from '../../../../../../server/src/core/index';
import { messageOf } from '../../../../../../server/src/cli/formats/diagnostic';
import { diagnosticsOf, hostileBody, hostileNames, runCheck } from '../../../../../support/check-formats';
import { root } from '../../../../../support/repository';
import { createTemporaryFolder, type TemporaryFolder } from '../../../../../support/temporary-folder';
import { writeFiles } from '../../../../../support/write-files';

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly byteOffset?: number;
  readonly byteLength?: number;
}
interface Physical {
  readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
  readonly region: Region;
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly { readonly physicalLocation: Physical }[];
  readonly relatedLocations?: readonly { readonly physicalLocation: Physical; readonly message: { text: string } }[];
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly artifactLocation: Physical['artifactLocation'];
      readonly replacements: readonly { readonly deletedRegion: Region; readonly insertedContent?: { text: string } }[];
    }[];
  }[];
}
interface Rule {
  readonly id: string;
  readonly helpUri?: string;
  readonly defaultConfiguration: { readonly level: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
}
interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly Rule[] } };
      readonly columnKind: string;
      readonly results: readonly Result[];
      readonly invocations: readonly { executionSuccessful: boolean; toolExecutionNotifications: unknown[] }[];
    },
  ];
}

const isUri = (text: string) => URL.canParse(text);
const isReference = (text: string) =>
  /^[!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]*$/.test(text) &&
  !/%(?![0-9A-Fa-f]{2})/.test(text) &&
  URL.canParse(text, 'file:///folder/');

/** The schema as it was published (OASIS SARIF 2.1.0, rtm.5), which calls itself by the names of JSON Schema draft 4. */
function createValidator() {
  const text = readFileSync(path.join(root, 'test/fixtures/sarif/sarif-2.1.0-rtm.5.json'), 'utf8');
  const { id, $schema, ...schema } = JSON.parse(text) as Record<string, unknown>;
  assert.match(`${String(id)} ${String($schema)}`, /sarif-2\.1\.0-rtm\.5\.json http:\/\/json-schema\.org\/draft-04/);
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  ajv
    .addFormat('uri', isUri)
    .addFormat('uri-reference', isReference)
    .addFormat('date-time', /^\d{4}-\d\d-\d\dT/);
  return ajv.compile(schema);
}

describe('cli: check --format sarif', () => {
  const validate = createValidator();
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await createTemporaryFolder();
  });
  afterEach(async () => {
    await folder.remove();
  });

  async function sarif(args: readonly string[], rulePage?: string, given = {}) {
    const { status, stdout } = await runCheck(['--format=sarif', ...args], { cwd: folder.path, ...given }, rulePage);
    assert.doesNotMatch(stdout.trimEnd(), /[\p{Cc}\u202e]|##/u);
    const log = JSON.parse(stdout) as Log;
    assert.ok(validate(log), JSON.stringify(validate.errors));
    return { status, run: log.runs[0] };
  }

  it('is valid for every body of the fixtures, and for nothing', async () => {
    const fixtures = ['accepted', 'invalid'].map((name) => path.join(root, 'test/fixtures', name));
    const { run } = await sarif(fixtures);
    assert.ok(run.results.length > 50);
    assert.equal(run.invocations[0]?.executionSuccessful, true);
    const { status, run: none } = await sarif(['none', 'b\u001b.json']);
    assert.deepEqual([status, none.results], [2, []]);
    assert.equal(none.invocations[0]?.executionSuccessful, false);
    assert.equal(none.invocations[0].toolExecutionNotifications.length, 2);
  });

  it('would not be valid with another column kind: the schema does judge', () => {
    assert.equal(validate({ version: '2.1.0', runs: [{ tool: { driver: { name: 'a' } }, columnKind: 'x' }] }), false);
    assert.equal(validate({ version: '2.1.0', runs: [{ tool: { driver: {} } }] }), false);
  });

  it('describes every rule, with its help and level', async () => {
    writeFiles(folder.path, { 'a.json': '{}' });
    const { run } = await sarif(['a.json'], 'file:///x/RULES.md');
    const { rules } = run.tool.driver;
    const levelOf = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };
    assert.deepEqual(
      rules.map(({ id, defaultConfiguration, fullDescription }) => [
        id,
        defaultConfiguration.level,
        fullDescription.text,
      ]),
      catalogue.map(({ code, levels, why }) => [code, levelOf[levels[0]], why]),
    );
    for (const { id, help, helpUri } of rules) {
      // The catalogue is a file of this machine: a reader elsewhere could not open it.
      assert.equal(helpUri, undefined);
      const { why, source } = catalogue.find(({ code }) => code === id) ?? assert.fail();
      for (const text of [help.text, help.markdown]) assert.ok(text.includes(why) && text.includes(source));
    }
  });

  it('has the findings, their places and related places as the language server has them', async () => {
    writeFiles(folder.path, Object.fromEntries(hostileNames.map((name) => [name, hostileBody])));
    const { status, run } = await sarif(['--', ...hostileNames]);
    assert.equal(status, 1);
    assert.equal(run.columnKind, 'utf16CodeUnits');
    const files = await diagnosticsOf(hostileNames, { cwd: folder.path });
    const expected = files.flatMap((file) => file.diagnostics.map((diagnostic) => ({ file, diagnostic })));
    assert.equal(run.results.length, expected.length);
    const base = `${pathToFileURL(folder.path).href}/`;
    for (const [index, { file, diagnostic }] of expected.entries()) {
      const result = run.results[index] ?? assert.fail();
      assert.equal(result.ruleId, diagnostic.code);
      assert.equal(run.tool.driver.rules[result.ruleIndex]?.id, diagnostic.code);
      assert.equal(result.level, ['error', 'warning', 'note', 'note'][(diagnostic.severity ?? 1) - 1]);
      assert.equal(result.message.text.replaceAll('] (', ']('), messageOf(diagnostic).replaceAll('] (', ']('));
      assert.doesNotMatch(result.message.text, /\]\(/);
      const places = [...result.locations, ...(result.relatedLocations ?? [])].map((each) => each.physicalLocation);
      const ranges = [diagnostic.range, ...(diagnostic.relatedInformation ?? []).map(({ location }) => location.range)];
      assert.equal(places.length, ranges.length);
      const own = pathToFileURL(path.join(folder.path, file.path)).href;
      const hrefs = [own, ...(diagnostic.relatedInformation ?? []).map(({ location }) => location.uri)];
      for (const [at, { artifactLocation, region }] of places.entries()) {
        assert.equal(artifactLocation.uriBaseId, '%SRCROOT%');
        assert.ok(!URL.canParse(artifactLocation.uri), artifactLocation.uri);
        const href = new URL(artifactLocation.uri, base).href;
        assert.equal(href, new URL(hrefs[at] ?? '').href);
        const { start, end } = ranges[at] ?? assert.fail();
        assert.deepEqual(region, {
          startLine: start.line + 1,
          startColumn: start.character + 1,
          endLine: end.line + 1,
          endColumn: end.character + 1,
        });
      }
    }
  });

  it('offers the fixes that lose nothing, which mend the text when all of them are applied', async () => {
    writeFiles(folder.path, { 'a.json': hostileBody });
    const { run } = await sarif(['a.json']);
    const fixed = run.results.filter(({ fixes }) => fixes);
    assert.deepEqual([...new Set(fixed.map(({ ruleId }) => ruleId))].sort(), [
      'enum-label',
      'json-trailing-comma',
      'name-blank-ends',
      'period-status',
      'schema-type',
    ]);
    const lines = hostileBody.split(/(?<=\r\n|\r(?!\n)|(?<!\r)\n)/);
    const offsetOf = (line: number, column: number) => lines.slice(0, line - 1).join('').length + column - 1;
    const replacements = fixed.flatMap(({ fixes = [] }) =>
      fixes.flatMap(({ artifactChanges }) => artifactChanges.flatMap((change) => change.replacements)),
    );
    const mended = replacements
      .map(({ deletedRegion: at, insertedContent }) => ({
        from: offsetOf(at.startLine, at.startColumn),
        to: offsetOf(at.endLine, at.endColumn),
        text: insertedContent?.text ?? '',
      }))
      .sort((a, b) => b.from - a.from)
      .reduce((text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to), hostileBody);
    const body = JSON.parse(mended) as Record<string, unknown>;
    assert.deepEqual([body['totalPeriods'], body['trackingType'], body['active']], [1, 'DEFAULT', true]);
    assert.deepEqual(body['periods'], [{ startDate: '2027-02-01', endDate: '2027-01-01', refCode: 'r' }]);
  });

  it('does not count a byte order mark, and removes its bytes', async () => {
    writeFiles(folder.path, { 'a.json': '\uFEFF{"name":""}' });
    const { run } = await sarif(['a.json', '--rule', 'documented-required=off']);
    assert.deepEqual(
      run.results.map(({ ruleId, locations }) => [ruleId, locations[0]?.physicalLocation.region]),
      [
        ['byte-order-mark', { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 }],
        ['name-empty', { startLine: 1, startColumn: 9, endLine: 1, endColumn: 11 }],
      ],
    );
    const [change] = run.results[0]?.fixes?.[0]?.artifactChanges ?? [];
    assert.deepEqual(change?.replacements, [{ deletedRegion: { byteOffset: 0, byteLength: 3 } }]);
  });

  it('names what is elsewhere by its whole URI, and standard input as such', async () => {
    writeFiles(folder.path, { 'a.json': '{"name":""}', 'sub/b.json': '{"name":""}' });
    const readStdin = () => Promise.resolve(Buffer.from('{"name":""}'));
    const only = ['--rule', 'documented-required=off'];
    const { run } = await sarif(['../a.json', 'b.json', '-', ...only], undefined, {
      cwd: path.join(folder.path, 'sub'),
      readStdin,
    });
    assert.deepEqual(
      run.results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation),
      [
        { uri: pathToFileURL(path.join(folder.path, 'a.json')).href },
        { uri: 'b.json', uriBaseId: '%SRCROOT%' },
        { uri: 'untitled:standard-input' },
      ],
    );
  });

  it('is one log however the files without findings lie', async () => {
    const [good, other] = ['{"name":"a"}', '{"name":"b"}'];
    const names = readdirSync(folder.path);
    assert.deepEqual(names, []);
    writeFiles(folder.path, { '1.json': good, '2.json': '{"name":""}', '3.json': other, '4.json': '{"name":""}' });
    const { run } = await sarif(['1.json', '2.json', '3.json', '4.json', '--rule', 'documented-required=off']);
    assert.equal(run.results.length, 2);
  });
});
