import type { Endpoint } from './endpoint';

/** Name of the shell variable that stands for the secret: base64 of `user:md5(password)`, as the API wants it (FACTS e). */
export const tokenVariable = 'TG_TOKEN';

/**
 * The request that creates a target group, as a cURL command for a POSIX shell. It holds no secret: the shell puts it in
 * from a variable.
 * @param text the definition; quoted so that the shell changes nothing of it.
 */
export function toCurl({ origin }: Endpoint, text: string): string {
  return [
    `curl --request POST ${inQuotes(`${origin}/v3/targetGroups`)}`,
    `--header "Authorization: Basic $${tokenVariable}"`,
    "--header 'Content-Type: application/json'",
    "--header 'Accept: application/json'",
    `--data-binary ${inQuotes(text)}`,
  ].join(' \\\n  ');
}

const inQuotes = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
