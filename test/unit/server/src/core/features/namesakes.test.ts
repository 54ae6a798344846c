import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Diagnostic } from 'vscode-languageserver-types';
import { createTargetGroupService, type Namesake } from '../../../../../../server/src/core/index';
import { group } from '../../../../../support/definition-text';
import { documentOf } from '../../../../../support/diagnose';

const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 10 } };
const namesake = (shown: string): Namesake => ({ uri: `file:///${shown}`, range, shown });
const service = createTargetGroupService();
const ofName = (name: string, all: readonly Namesake[], levels = {}) =>
  service
    .diagnose(documentOf(group({ name })), { namesakes: { count: all.length, first: all.slice(0, 10) }, levels })
    .filter(({ code }) => code === 'name-duplicate');

/** The message as text: ours are never Markdown. */
const messageOf = (finding: Diagnostic | undefined) => (typeof finding?.message === 'string' ? finding.message : '');

describe('the name of a group', () => {
  const keys: Readonly<Record<string, string | undefined>> = {
    '{ "name": "Spring" }': 'spring',
    '{ "name": "  SPRING\\t" }': 'spring',
    '{ "name": "\\u0053pring" }': 'spring',
    '{ "name": "Spring", "targets": [': 'spring',
    '{ "name": "Spr': undefined,
    '{ "name": " " }': undefined,
    '{ "name": 5 }': undefined,
    '["name"]': undefined,
    '': undefined,
  };
  for (const [text, key] of Object.entries(keys)) {
    it(`of ${text || 'nothing'} is ${key ?? 'none'}`, () => {
      assert.equal(service.groupName(documentOf(text))?.key, key);
    });
  }

  it('stands where its value is', () => {
    const document = documentOf('{\n  "name": "Spring" }');
    const name = service.groupName(document);
    assert.equal(name && document.getText(name.range), '"Spring"');
  });
});

describe('name-duplicate across definitions', () => {
  it('is a warning on the name that points at the other', () => {
    const document = documentOf(group({ name: '"Spring"' }));
    const [finding, ...more] = ofName('"Spring"', [namesake('a/b.targetgroup.json')]);
    assert.equal(more.length, 0);
    assert.equal(finding && document.getText(finding.range), '"Spring"');
    assert.equal(finding?.severity, 2);
    assert.equal(
      finding.message,
      'name is "Spring", as in a/b.targetgroup.json; the API takes a group\'s name once, in capitals or not.',
    );
    assert.deepEqual(finding.relatedInformation, [
      { location: { uri: 'file:///a/b.targetgroup.json', range }, message: 'This group has the same name.' },
    ]);
  });

  it('is one finding however many there are, and points at the first', () => {
    const [finding, ...more] = ofName(
      '"Spring"',
      Array.from({ length: 30 }, (_, index) => namesake(`${index}.targetgroup.json`)),
    );
    assert.equal(more.length, 0);
    assert.match(messageOf(finding), /as in 0\.targetgroup\.json and 29 more;/);
    assert.equal(finding?.relatedInformation?.length, 10);
  });

  it('goes with its rule: off, or at another level', () => {
    const others = [namesake('b')];
    assert.deepEqual(ofName('"Spring"', others, { 'name-duplicate': 'off' }), []);
    assert.equal(ofName('"Spring"', others, { 'name-duplicate': 'error' })[0]?.severity, 1);
  });

  it('lets no file name break the line of the message', () => {
    const [finding] = ofName('"Spring"', [namesake('a\n\u001B[31m::error.targetgroup.json')]);
    assert.match(messageOf(finding), /as in a {2}\[31m::error\.targetgroup\.json;/);
  });

  it('says nothing where no other has the name, or this has none', () => {
    assert.deepEqual(ofName('"Spring"', []), []);
    assert.deepEqual(ofName('5', [namesake('b')]), []);
  });

  it('refuses a submit where the author made it an error', () => {
    const document = documentOf(group({ name: '"Spring"' }));
    const blocking = (levels: Record<string, 'error'>) =>
      service
        .prepareSubmission(document, { namesakes: { count: 1, first: [namesake('b')] }, levels })
        .blocking.map(({ code }) => code);
    assert.deepEqual(blocking({ 'name-duplicate': 'error' }), ['name-duplicate']);
    assert.deepEqual(blocking({}), []);
  });
});

describe('a file that was not read', () => {
  it('says so at its beginning, at the level that is set', () => {
    const [finding] = service.notRead('file:///a', 'Too long.');
    assert.deepEqual([finding?.code, finding?.message, finding?.severity], ['file-limit', 'Too long.', 3]);
    assert.deepEqual(service.notRead('file:///a', 'Too long.', { levels: { 'file-limit': 'off' } }), []);
  });
});
