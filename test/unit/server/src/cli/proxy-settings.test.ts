import assert from 'node:assert/strict';
import { proxyFor } from '../../../../../server/src/cli/proxy-settings';

const target = 'https://api.example';
const proxy = 'http://proxy.example:3128';

function wayTo(address: string, env: Record<string, string>): string {
  const setting = proxyFor(new URL(address), env);
  return setting.kind === 'proxy' ? setting.url.href : setting.kind;
}

describe('proxyFor', () => {
  const cases: [address: string, env: Record<string, string>, way: string][] = [
    [target, {}, 'direct'],
    [target, { HTTPS_PROXY: '' }, 'direct'],
    [target, { HTTPS_PROXY: proxy }, `${proxy}/`],
    [target, { https_proxy: proxy }, `${proxy}/`],
    [target, { https_proxy: proxy, HTTPS_PROXY: 'http://other.example' }, `${proxy}/`],
    [target, { https_proxy: '', HTTPS_PROXY: proxy }, `${proxy}/`],
    [target, { HTTPS_PROXY: 'proxy.example:3128' }, `${proxy}/`],
    [target, { HTTPS_PROXY: 'https://user:p%40ss@proxy.example' }, 'https://user:p%40ss@proxy.example/'],
    [target, { HTTP_PROXY: proxy }, 'direct'],
    [target, { HTTPS_PROXY: 'socks5://proxy.example' }, 'malformed'],
    [target, { HTTPS_PROXY: 'http://' }, 'malformed'],
    ['https://localhost:8443', { HTTPS_PROXY: proxy }, 'direct'],
    ['https://127.0.0.1', { HTTPS_PROXY: proxy }, 'direct'],
    ['https://[::1]', { HTTPS_PROXY: proxy }, 'direct'],
    ['http://127.0.0.1:8765', { HTTPS_PROXY: proxy, HTTP_PROXY: proxy }, 'direct'],
    [target, { HTTPS_PROXY: proxy, NO_PROXY: '*' }, 'direct'],
    [target, { HTTPS_PROXY: proxy, NO_PROXY: 'api.example' }, 'direct'],
    [target, { HTTPS_PROXY: proxy, NO_PROXY: 'a.b, EXAMPLE' }, 'direct'],
    [target, { HTTPS_PROXY: proxy, no_proxy: '.example' }, 'direct'],
    [target, { HTTPS_PROXY: proxy, NO_PROXY: '*.example' }, 'direct'],
    [target, { HTTPS_PROXY: proxy, NO_PROXY: 'api.example:443' }, 'direct'],
    [target, { HTTPS_PROXY: proxy, NO_PROXY: 'api.example:8443' }, `${proxy}/`],
    ['https://api.example:8443', { HTTPS_PROXY: proxy, NO_PROXY: 'api.example:8443' }, 'direct'],
    ['https://api.example:8443', { HTTPS_PROXY: proxy, NO_PROXY: 'api.example' }, 'direct'],
    [target, { HTTPS_PROXY: proxy, NO_PROXY: 'pi.example' }, `${proxy}/`],
    [target, { HTTPS_PROXY: proxy, NO_PROXY: 'api.example.org' }, `${proxy}/`],
    [target, { HTTPS_PROXY: proxy, NO_PROXY: ' , ,' }, `${proxy}/`],
  ];
  for (const [address, env, way] of cases) {
    it(`${address} by ${JSON.stringify(env)}: ${way}`, () => {
      assert.equal(wayTo(address, env), way);
    });
  }
});
