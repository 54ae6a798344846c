import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

/** Secrets that no output may show; the key and the user are none. */
export const canaries = { password: 'canary-pässword/+1', secret: 'canary-sécret/+2' };

/** Credentials of the environment, made of the canaries. */
export const canaryBasic = { TARGETGROUP_USERNAME: 'till.1', TARGETGROUP_PASSWORD: canaries.password };
export const canaryClient = { TARGETGROUP_KEY: 'key-1', TARGETGROUP_SECRET: canaries.secret };

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** What goes out as the password, and the header that it goes out in. */
export const canaryDigest = md5(canaries.password);
export const canaryBasicToken = base64(`${canaryBasic.TARGETGROUP_USERNAME}:${canaryDigest}`);

/** What nobody may see of a submit that is authenticated so; `others` are further secrets of it. */
export function secretsOf(env: object, ...others: readonly string[]): string[] {
  const own = 'TARGETGROUP_KEY' in env ? [canaries.secret] : [canaries.password, canaryDigest, canaryBasicToken];
  return [...own, ...others];
}

/** A secret in every way in which it could be written. */
export function formsOf(secret: string): string[] {
  const encoded = base64(secret);
  const bare = encoded.replace(/=+$/, '');
  const forms = [secret, encoded, bare, bare.replaceAll('+', '-').replaceAll('/', '_')];
  const urls = forms.map(encodeURIComponent);
  const lower = urls.map((url) => url.replace(/%../g, (escape) => escape.toLowerCase()));
  const digests = [md5(secret), md5(secret).toUpperCase()];
  return [...new Set([...forms, ...urls, ...lower, ...digests, JSON.stringify(secret).slice(1, -1)])];
}

/** Fails when the text holds one of the secrets in any form; the canaries, where none is given. */
export function assertNoSecret(text: string, secrets: readonly string[] = everyCanary): void {
  for (const secret of secrets)
    for (const form of formsOf(secret)) assert.ok(!text.includes(form), `${form} in ${text}`);
}

const everyCanary = [...Object.values(canaries), canaryDigest, canaryDigest.toUpperCase(), canaryBasicToken];
