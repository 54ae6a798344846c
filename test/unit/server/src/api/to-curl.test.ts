import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'mocha';
import { pastedBody, parseEndpoint, toCurl } from '../../../../../server/src/api/index';

const text = `{\n  "name": "It's \\"new\\" $HOME $(id) \`id\` \\\\ !x",\n  "description": "é😀"\n}\n`;
const address = parseEndpoint('https://eu.example.com');
assert.ok(address.kind === 'ok');
const command = toCurl(address.endpoint, text);

describe('a request as a cURL command', () => {
  it('is what a shell gives to curl, character for character, the secret from a variable', () => {
    // A function of that name, so that nothing is sent.
    const script = `curl() { for word; do printf '%s\\0' "$word"; done; }\n${command}`;
    const { stdout, error } = spawnSync('sh', ['-c', script], { env: { TG_TOKEN: 'dG9rZW4=' }, encoding: 'utf8' });
    assert.ifError(error);
    assert.deepEqual(stdout.split('\0').slice(0, -1), [
      '--request',
      'POST',
      'https://eu.example.com/v3/targetGroups',
      '--header',
      'Authorization: Basic dG9rZW4=',
      '--header',
      'Content-Type: application/json',
      '--header',
      'Accept: application/json',
      '--data-binary',
      text,
    ]);
  });

  it('comes back as the same body when it is pasted', () => {
    assert.equal(pastedBody(command)?.body, text.trim());
  });
});
