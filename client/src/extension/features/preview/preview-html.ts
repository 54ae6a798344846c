/** Where the page's own files are, as the webview names them. */
export interface PreviewPlaces {
  /** The webview's `cspSource`: what its style may come from. */
  readonly source: string;
  readonly script: string;
  readonly style: string;
  /** The editor's language, for dates and for screen readers. */
  readonly language: string;
}

/**
 * The page without anything in it: nothing of a document is ever written into HTML, all of it comes by message. Scripts
 * run with the nonce alone, styles come from our files alone, and nothing else is fetched at all.
 */
export function toPreviewHtml({ source, script, style, language }: PreviewPlaces, nonce: string): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${source}; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escape(style)}">
<script defer nonce="${nonce}" src="${escape(script)}"></script>
<title>Target Group Preview</title>
</head>
<body></body>
</html>
`;
}

/** 128 random bits that nobody can guess, as a content policy takes them. */
export function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
