import { base64, md5Hex } from './digest';

/** Shorter texts are not masked: they would shred everything around them, and are no secret worth the name. */
const shortestSecret = 4;

const mask = '***';

/**
 * The text with every secret replaced by `***`: as it is, URL-encoded, as base64, as MD5 and inside a JSON string;
 * hexadecimal digits in either case. Secrets shorter than four UTF-16 units are left alone.
 */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  const forms = secrets.filter((secret) => secret.length >= shortestSecret).flatMap(formsOf);
  return [...new Set(forms)].sort((a, b) => b.length - a.length).reduce(without, text);
}

const without = (text: string, form: string): string =>
  text.replaceAll(/^[0-9a-f]+$/i.test(form) ? new RegExp(form, 'gi') : form, mask);

function formsOf(secret: string): string[] {
  const encoded = /\p{Surrogate}/u.test(secret) ? [] : [encodeURIComponent(secret)];
  return [secret, ...encoded, base64(secret), md5Hex(secret), JSON.stringify(secret).slice(1, -1)];
}
