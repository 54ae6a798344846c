import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { MessageToPreview } from '../../protocol/preview-messages';
import type { PreviewModel } from '../../protocol/requests';

/** Characters of a request that a page holds. */
const longestRequest = 2_000_000;

/**
 * One HTML file that draws the model by itself: the preview's own script and style, and the picture as data. A content
 * policy lets run what is in it and nothing else, and nothing is ever fetched.
 * @param text what a submit would send.
 * @param folder where the built page is.
 */
export function toPreviewPage(model: PreviewModel, text: string, folder: string): string {
  const script = escapeScript(readBuilt(folder, 'main.js'));
  const style = readBuilt(folder, 'style.css');
  const omitted = Math.max(0, text.length - longestRequest);
  const messages: readonly MessageToPreview[] = [
    { kind: 'picture', generation: 0, model },
    { kind: 'request', text: text.slice(0, longestRequest), omitted },
  ];
  const policy = [
    `default-src 'none'`,
    `script-src '${digest(script)}'`,
    `style-src '${digest(style)}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en" class="saved">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(model.headline.name.slice(0, 200))}</title>
<style>${style}</style>
<script type="application/json" id="saved">${escapeData(messages)}</script>
<script type="module">${script}</script>
</head>
<body><noscript>This page is drawn by its own script.</noscript></body>
</html>
`;
}

/** Line ends as the browser reads them, without the way to a source map. */
function readBuilt(folder: string, name: string): string {
  return readFileSync(path.join(folder, name), 'utf8')
    .replace(/\r\n?/g, '\n')
    .replace(/\n?\/[/*]# sourceMappingURL=.*/, '')
    .trim();
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** In a string or a regular expression of the script, a backslash before these changes nothing. */
function escapeScript(script: string): string {
  return script.replace(/<(?=\/script|script|!--)/gi, '\\x3C');
}

/** JSON in which HTML sees no tag and no script a line end. */
function escapeData(data: unknown): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
