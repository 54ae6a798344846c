import { readShellCommand } from './shell-words';

/** The body of a request that somebody copied, and what was beside it: names alone, never a value. */
export interface PastedBody {
  readonly body: string;
  /** Names of headers, as written. */
  readonly headers: readonly string[];
  /** Options that carry credentials (`--user`, `--cookie`). */
  readonly credentials: readonly string[];
}

/**
 * What is to be created, out of a copied cURL command, an HTTP message or a fenced sample of a documentation page.
 * @returns undefined for any other text, and where the body is none that is written out.
 */
export function pastedBody(text: string): PastedBody | undefined {
  const trimmed = text.trim();
  const found = curlBody(trimmed) ?? messageBody(trimmed) ?? fencedBody(trimmed);
  const body = found?.body.trim() ?? '';
  return found && body.startsWith('{') && body.endsWith('}') ? { ...found, body } : undefined;
}

type OptionKind = 'data' | 'header' | 'credential' | 'other';

/** The options of curl that have a value, which may look like anything; all others are left out. */
const kinds: ReadonlyMap<string, OptionKind> = new Map(
  Object.entries({
    data: '--data --data-raw --data-binary --data-ascii --json -d',
    header: '--header -H',
    credential: '--user -u --cookie -b --oauth2-bearer --cert -E --key --proxy-user -U --pass --netrc-file',
    other:
      '--request -X --url --user-agent -A --referer -e --output -o --proxy -x --form -F --cacert --max-time -m --connect-timeout --retry --write-out -w --resolve --data-urlencode',
  } satisfies Record<OptionKind, string>).flatMap(([kind, names]) =>
    names.split(' ').map((name) => [name, kind as OptionKind] as const),
  ),
);

function curlBody(text: string): PastedBody | undefined {
  if (!/^(?:\$ |> )?(?:[\w./\\-]*[/\\])?curl(?:\.exe)?\s/i.test(text)) return undefined;
  const command = readShellCommand(text.replace(/^[$>] /, ''));
  const options = [...optionsOf(command?.words.slice(1) ?? [])];
  const of = (wanted: OptionKind) => options.filter(({ kind }) => kind === wanted);
  const [data, ...more] = of('data').map(({ value }) => value);
  // Several are joined by `&`, which is no JSON; what `@` names is not here.
  if (data === undefined || more.length > 0) return undefined;
  return {
    body: data === '@-' ? (command?.input ?? '') : data,
    headers: of('header').flatMap(({ value }) => value.split(/[:;]/, 1)[0]?.trim() ?? []),
    credentials: of('credential').map(({ option }) => option),
  };
}

interface Option {
  readonly kind: OptionKind;
  readonly option: string;
  readonly value: string;
}

/** Options with their values, joined (`-d{}`, `--data={}`) or as the next word; other words are left out. */
function* optionsOf(words: readonly string[]): Iterable<Option> {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const [, long, written] = /^(--[\w-]+)=([^]*)$/.exec(word) ?? [];
    const option = long ?? (word.startsWith('--') ? word : word.slice(0, 2));
    const kind = kinds.get(option);
    if (kind)
      yield { kind, option, value: written ?? (word.length > option.length ? word.slice(2) : (words[++at] ?? '')) };
  }
}

/** A request line, headers, a blank line or none, and the body. */
function messageBody(text: string): PastedBody | undefined {
  const [first = '', ...lines] = text.split(/\r?\n/);
  if (!/^(?:POST|PUT) \S+(?: HTTP\/[\d.]+)?$/.test(first.trim())) return undefined;
  const start = lines.findIndex((line) => line.trimStart().startsWith('{'));
  const head = lines.slice(0, start).filter((line) => line.trim() !== '');
  if (start < 0 || !head.every((line) => /^[\w-]+:/.test(line.trim()))) return undefined;
  const headers = head.map((line) => line.trim().split(':', 1)[0] ?? '');
  return { body: lines.slice(start).join('\n'), headers, credentials: [] };
}

/** Three backticks or tildes around it. */
function fencedBody(text: string): PastedBody | undefined {
  const fence = /^(`{3}|~{3})[\w-]*\r?\n/.exec(text);
  const [opening = '', mark = ''] = fence ?? [];
  if (!fence || !text.endsWith(mark)) return undefined;
  return { body: text.slice(opening.length, -mark.length), headers: [], credentials: [] };
}
