import { parseJson } from './parse-json';
import { readShellCommand } from './shell-words';

/** The body of a request that somebody copied, and what was beside it: names alone, never a value. */
export interface PastedBody {
  readonly body: string;
  /** Names of headers, as written; only those that are known to be no secret themselves. */
  readonly headers: readonly string[];
  /** How many more there were. */
  readonly otherHeaders: number;
  /** Options that carry credentials (`--user`, `--cookie`); `user:password@` where the address does. */
  readonly credentials: readonly string[];
}

type Found = Pick<PastedBody, 'body' | 'credentials'> & { readonly headers: readonly string[] };

/**
 * What is to be created, out of a copied cURL command, an HTTP message or a fenced sample of a documentation page.
 * @returns undefined for any other text, and where the body is no JSON object that is written out.
 */
export function pastedBody(text: string): PastedBody | undefined {
  const trimmed = text.trim();
  const fenced = fencedText(trimmed);
  const found = fenced === undefined ? requestBody(trimmed) : (requestBody(fenced) ?? { ...nothing, body: fenced });
  const body = firstObject(found?.body.trim() ?? '');
  if (!found || body === undefined) return undefined;
  const known = found.headers.filter((name) => publicHeader.test(name));
  return { body, headers: known, otherHeaders: found.headers.length - known.length, credentials: found.credentials };
}

const nothing = { headers: [], credentials: [] };
const requestBody = (text: string): Found | undefined => curlBody(text) ?? messageBody(text);

/** What is printed of a header is its name, and that only where it is one that people use (SECURITY T7). */
const publicHeader =
  /^(?:authorization|proxy-authorization|cookie|host|origin|referer|user-agent|accept(?:-\w+)?|content-(?:type|length)|cache-control|connection|pragma|x-cap-[a-z-]{1,40}|x-api-key|x-request-id)$/i;

/** The JSON object that a text begins with; what stands behind it is something else. Undefined where it begins with none. */
function firstObject(text: string): string | undefined {
  if (!text.startsWith('{')) return undefined;
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\[^])*"|[{}]/g)) {
    if (token === '{') depth++;
    else if (token === '}') depth--;
    if (depth > 0) continue;
    const body = text.slice(0, index + 1);
    return parseJson(body) ? body : undefined;
  }
  return undefined;
}

type OptionKind = 'data' | 'header' | 'credential' | 'other';

/** The options of curl that have a value, which may look like anything; all others are left out. */
const kinds: ReadonlyMap<string, OptionKind> = new Map(
  Object.entries({
    data: '--data --data-raw --data-binary --data-ascii --json -d',
    header: '--header -H --proxy-header',
    credential:
      '--user -u --cookie -b --oauth2-bearer --cert -E --key --proxy-user -U --pass --netrc-file --aws-sigv4 -K --config',
    other:
      '--request -X --url --user-agent -A --referer -e --output -o --proxy -x --form -F --cacert --max-time -m --connect-timeout --retry --write-out -w --resolve --data-urlencode',
  } satisfies Record<OptionKind, string>).flatMap(([kind, names]) =>
    names.split(' ').map((name) => [name, kind as OptionKind] as const),
  ),
);

/** A prompt, variables and helpers in front of it. Looked for in the first characters alone. */
const beforeCurl =
  /^(?:\S{0,100}[$%#>] )?(?:(?:export|sudo|env|time|command|[A-Za-z_]\w{0,60}=[^\s;]{0,500})[\s;&]+){0,9}/;

function curlBody(text: string): Found | undefined {
  const [front = ''] = beforeCurl.exec(text.slice(0, 5_000)) ?? [];
  const line = text.slice(front.length);
  if (!/^(?:[\w./\\-]{0,200}[/\\])?curl(?:\.exe)?\s/i.test(line)) return undefined;
  const command = readShellCommand(line);
  if (!command) return undefined;
  const { words, input = '' } = command;
  const options = [...optionsOf(words.slice(1))];
  const of = (wanted: OptionKind) => options.filter(({ kind }) => kind === wanted);
  const [data, ...more] = of('data').map(({ value }) => value);
  // Several are joined by `&`, which is no JSON; what `@` names is not here.
  if (data === undefined || more.length > 0) return undefined;
  return {
    body: data === '@-' ? input : data,
    headers: of('header').flatMap(({ value }) => /^\s*([\w-]+)\s*[:;]/.exec(value)?.[1] ?? []),
    credentials: [...of('credential').map(({ option }) => option), ...(hasUser(words) ? ['user:password@'] : [])],
  };
}

const hasUser = (words: readonly string[]): boolean => words.some((word) => /^[a-z]+:\/\/[^/?#]*@/i.test(word));

interface Option {
  readonly kind: OptionKind;
  readonly option: string;
  readonly value: string;
}

/** Options with their values, joined (`-d{}`, `--data={}`) or as the next word; other words are left out. */
function* optionsOf(words: readonly string[]): Iterable<Option> {
  for (let at = 0; at < words.length; at++) {
    // Flags without a value may stand before the option: -sSd.
    const word = (words[at] ?? '').replace(/^-[sSkLvfgiINj#]+(?=[A-Za-z])/, '-');
    const [, long, written] = /^(--[\w-]+)=([^]*)$/.exec(word) ?? [];
    const option = long ?? (word.startsWith('--') ? word : word.slice(0, 2));
    const kind = kinds.get(option);
    if (kind)
      yield { kind, option, value: written ?? (word.length > option.length ? word.slice(2) : (words[++at] ?? '')) };
  }
}

/** A request line, headers, a blank line or none, and the body. */
function messageBody(text: string): Found | undefined {
  const [first = '', ...lines] = text.split(/\r?\n/);
  if (!/^(?:POST|PUT) \S+(?: HTTP\/[\d.]+)?$/.test(first.trim())) return undefined;
  const start = lines.findIndex((line) => line.trimStart().startsWith('{'));
  const head = lines.slice(0, start).filter((line) => line.trim() !== '');
  if (start < 0 || !head.every((line) => /^[\w-]+:/.test(line.trim()))) return undefined;
  const headers = head.map((line) => line.trim().split(':', 1)[0] ?? '');
  return { body: lines.slice(start).join('\n'), headers, credentials: [] };
}

/** What stands between the first lines of three backticks or tildes; undefined where a text does not begin with such. */
function fencedText(text: string): string | undefined {
  const [opening, mark = ''] = /^(`{3}|~{3})[\w-]*\r?\n/.exec(text) ?? [];
  if (opening === undefined) return undefined;
  const end = text.indexOf(`\n${mark}`, opening.length);
  return end < 0 ? undefined : text.slice(opening.length, end).trim();
}
