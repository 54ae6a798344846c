import { base64, md5Hex } from './digest';

/** Shorter texts are not masked: they would shred everything around them, and are no secret worth the name. */
const shortestSecret = 4;

const mask = '***';

/**
 * The text with every secret replaced by `***`: as it is, as base64 of either alphabet with and without padding, each of
 * these also URL-encoded, as MD5 and inside a JSON string; hexadecimal digits and URL escapes in either case. Secrets
 * shorter than four UTF-16 units are left alone.
 */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  const forms = secrets.filter((secret) => secret.length >= shortestSecret).flatMap(formsOf);
  return [...new Set(forms)].sort((a, b) => b.length - a.length).reduce(without, text);
}

function without(text: string, form: string): string {
  const isOfEitherCase = /^[0-9a-f]+$/i.test(form) || form.includes('%');
  return text.replaceAll(isOfEitherCase ? new RegExp(escaped(form), 'gi') : form, mask);
}

const escaped = (form: string): string => form.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function formsOf(secret: string): string[] {
  // What padding is left behind says nothing.
  const encoded = base64(secret).replace(/=+$/, '');
  const readable = [secret, encoded, encoded.replaceAll('+', '-').replaceAll('/', '_')];
  return [...readable, ...readable.flatMap(urlEncoded), md5Hex(secret), JSON.stringify(secret).slice(1, -1)];
}

function urlEncoded(text: string): string[] {
  return /\p{Surrogate}/u.test(text) ? [] : [encodeURIComponent(text)];
}
