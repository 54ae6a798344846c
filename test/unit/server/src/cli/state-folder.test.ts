import assert from 'node:assert/strict';
import { stateFolder } from '../../../../../server/src/cli/state-folder';

describe('stateFolder', () => {
  // Made-up homes, in the form that each platform gives them.
  const places: [platform: NodeJS.Platform, env: Record<string, string>, home: string, folder: string][] = [
    ['linux', {}, '/home/u', '/home/u/.local/state/targetgroup/submissions'],
    ['linux', { XDG_STATE_HOME: '/var/s' }, '/home/u', '/var/s/targetgroup/submissions'],
    ['linux', { XDG_STATE_HOME: '' }, '/home/u', '/home/u/.local/state/targetgroup/submissions'],
    ['linux', { XDG_STATE_HOME: 'state' }, '/home/u', '/home/u/.local/state/targetgroup/submissions'],
    [
      'darwin',
      { XDG_STATE_HOME: '/var/s' },
      '/Users/u',
      '/Users/u/Library/Application Support/targetgroup/submissions',
    ],
    ['win32', { LOCALAPPDATA: 'D:\\Local' }, 'C:\\Users\\u', 'D:\\Local\\targetgroup\\submissions'],
    ['win32', {}, 'C:\\Users\\u', 'C:\\Users\\u\\AppData\\Local\\targetgroup\\submissions'],
  ];
  for (const [platform, env, home, folder] of places) {
    it(`${platform} ${JSON.stringify(env)}: ${folder}`, () => {
      assert.equal(stateFolder({ platform, env, home }), folder);
    });
  }
});
