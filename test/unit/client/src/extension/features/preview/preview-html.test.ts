import assert from 'node:assert/strict';
import { createNonce, toPreviewHtml } from '../../../../../../../client/src/extension/features/preview/preview-html';

const places = {
  source: 'https://*.vscode-cdn.net',
  script: 'https://file+.vscode-resource.vscode-cdn.net/dist/preview/main.js',
  style: 'https://file+.vscode-resource.vscode-cdn.net/dist/preview/style.css',
  language: 'de',
};

describe('the HTML of the preview', () => {
  it('has exactly this policy', () => {
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(toPreviewHtml(places, 'NONCE'));
    const unescaped = policy?.[1]?.replaceAll('&#39;', "'");
    assert.equal(
      unescaped,
      "default-src 'none'; script-src 'nonce-NONCE'; style-src https://*.vscode-cdn.net; base-uri 'none'; form-action 'none'",
    );
  });

  it('has one script with the nonce, no inline script, no inline style, and an empty body', () => {
    const html = toPreviewHtml(places, 'NONCE');
    assert.deepEqual(html.match(/<script[^>]*>[^<]*<\/script>/g), [
      `<script defer nonce="NONCE" src="${places.script}"></script>`,
    ]);
    assert.doesNotMatch(html, /<style|style=|javascript:|\son\w+=|unsafe/);
    assert.match(html, /<html lang="de">[^]*<body><\/body>/);
  });

  it('lets no place break out of its attribute', () => {
    const hostile = '"><script>alert(1)</script>';
    const html = toPreviewHtml({ source: hostile, script: hostile, style: hostile, language: hostile }, 'NONCE');
    assert.doesNotMatch(html, /<script>alert/);
  });

  it('has a nonce of 128 bits that never comes twice', () => {
    const nonces = new Set(Array.from({ length: 1000 }, createNonce));
    assert.equal(nonces.size, 1000);
    for (const nonce of nonces) assert.match(nonce, /^[0-9a-f]{32}$/);
  });
});
