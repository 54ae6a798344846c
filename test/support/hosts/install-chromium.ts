import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { installOnce, installPackages } from './install-once.js';
import { runCommand } from './run-command.js';

const version = '147.0.0';

export interface Chromium {
  readonly executable: string;
  /** Laid over the environment: where its libraries and fonts are, when the machine has none. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * A Chromium for the tests: `CHROMIUM` when it is set, else the one of the npm package, else one on the machine, else
 * Debian's. Throws, with what each said, when none of them starts.
 */
export async function installChromium(): Promise<Chromium> {
  const given = process.env['CHROMIUM'];
  if (given !== undefined && given !== '') return await started({ executable: given, env: {} });
  const refusals: string[] = [];
  for (const source of [fromNpm, onThisMachine, fromDebian]) {
    try {
      return await source();
    } catch (error) {
      refusals.push(String(error));
    }
  }
  throw new Error(`No Chromium here:\n${refusals.join('\n')}`);
}

/** Asks the browser for its version, which needs all its libraries. */
async function started(chromium: Chromium): Promise<Chromium> {
  await runCommand(chromium.executable, ['--no-sandbox', '--version'], { env: chromium.env });
  return chromium;
}

async function fromNpm(): Promise<Chromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`@sparticuz/chromium: no binary for ${process.platform} ${process.arch}`);
  }
  const folder = await installOnce(`chromium-${version}`, unpack);
  const executable = path.join(folder, 'chromium');
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: path.join(folder, 'fonts') };
  try {
    return await started({ executable, env: fonts });
  } catch {
    // The machine lacks a library. The package brings those that a bare Amazon Linux lacks, built for an old glibc.
    return await started({ executable, env: { ...fonts, LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') } });
  }
}

/** The package unpacks into the temporary folder and takes any file called `chromium` there for its own: so, an own one. */
async function unpack(folder: string): Promise<void> {
  const packages = path.join(folder, 'npm');
  const temporary = path.join(folder, 'tmp');
  await mkdir(packages);
  await mkdir(temporary);
  await installPackages(packages, { '@sparticuz/chromium': version });
  const script = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
  // The variable makes it unpack its libraries too.
  const env = { TMPDIR: temporary, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  await runCommand(process.execPath, ['-e', script], { cwd: packages, env });
  for (const name of [
    'chromium',
    'fonts',
    'al2023',
    'libGLESv2.so',
    'libEGL.so',
    'libvk_swiftshader.so',
    'libvulkan.so.1',
  ]) {
    const from = path.join(temporary, name);
    if (existsSync(from)) await rename(from, path.join(folder, name));
  }
  await rm(packages, { recursive: true });
  await rm(temporary, { recursive: true });
}

async function onThisMachine(): Promise<Chromium> {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const macOs = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  const executable = [...folders.flatMap((folder) => names.map((name) => path.join(folder, name))), macOs].find(
    existsSync,
  );
  if (executable === undefined) throw new Error(`none of ${names.join(', ')} is on the PATH`);
  return await started({ executable, env: {} });
}

async function fromDebian(): Promise<Chromium> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error('apt-get: not root, or not Debian');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update', '-qq'], { env });
  await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], {
    env,
  });
  return await started({ executable: '/usr/bin/chromium', env: {} });
}
