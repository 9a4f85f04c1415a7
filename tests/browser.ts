import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A real browser for a test; close it when done.
 *
 * An installed Chromium or Chrome is used, else one is installed: Debian's by root, else Playwright's.
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = browserPath();
  return chromium.launch({ args: flags, ...(executablePath ? { executablePath } : {}) });
}

/** Where the browser is that tests run in; undefined for Playwright's own. */
export const browserPath = (): string | undefined => installed() ?? install();

/** The browser that CHROME_PATH names or the first on the PATH; undefined where there is none. */
function installed(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const candidates = [
    ...(process.env.CHROME_PATH ? [process.env.CHROME_PATH] : []),
    ...folders.flatMap((folder) => names.map((name) => path.join(folder, name))),
    ...places,
    chromium.executablePath(),
  ];
  return candidates.find(isExecutable);
}

/** Install a browser; its path, or undefined for Playwright's own, which Playwright finds itself. */
function install(): string | undefined {
  if (process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get')) {
    say("No browser found: installing Debian's chromium and a Chinese font.");
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    runTool('apt-get', ['update', '-q'], env);
    runTool(
      'apt-get',
      ['install', '-q', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
      env,
    );
    return installed();
  }
  say("No browser found: downloading Playwright's Chromium. Chinese pages need a font for them.");
  const cli = path.join(
    path.dirname(createRequire(import.meta.url).resolve('playwright-core')),
    'cli.js',
  );
  runTool(process.execPath, [cli, 'install', 'chromium'], process.env);
  return undefined;
}

function runTool(command: string, args: string[], env: NodeJS.ProcessEnv): void {
  const { status } = spawnSync(command, args, { env, stdio: ['ignore', 2, 2] });
  if (status === 0) return;
  throw new Error(
    `Cannot test in a browser without one: ${command} ended with ${status}; install Chromium and set CHROME_PATH`,
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);
