import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const bin = path.resolve(import.meta.dirname, '../bin/lectern.js');

/** A shell in which commands are typed as the documentation shows them. */
export interface ReaderShell {
  /** Type a line; where it leaves the reader is where the next is typed. A server is stopped once it serves. */
  type(line: string): Promise<{ code: number; said: string }>;
  goTo(folder: string): void;
}

/** What stands in for programs that would leave this machine, ask somebody or take minutes. */
const programs: Record<string, string> = {
  // Rehearsals on this machine need flags that no reader types, and an archive here needs no lockfile.
  npx: `shift; case "$1" in
    update|fetch) set -- "$@" --allow-loopback --delay 0 ;;
    add) set -- "$@" --allow-loopback ;;
    init) set -- "$@" --no-install ;;
  esac; exec "${process.execPath}" "${bin}" "$@"`,
  lectern: `exec "${process.execPath}" "${bin}" "$@"`,
  mail: 'cat >/dev/null',
};

/** Open a shell whose stand-ins and home lie in `home`; `others` replaces addresses that are not on this machine. */
export async function openReaderShell(
  home: string,
  others: [from: RegExp, to: string][],
): Promise<ReaderShell> {
  const own = path.join(home, 'bin');
  await mkdir(own, { recursive: true });
  for (const [name, script] of Object.entries(programs)) {
    await writeFile(path.join(own, name), `#!/bin/sh\n${script}\n`);
    await chmod(path.join(own, name), 0o755);
  }
  const author = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@caldmere.example' };
  const committer = { GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@caldmere.example' };
  const env = {
    ...{ ...process.env, ...author, ...committer, HOME: home },
    PATH: `${own}${path.delimiter}${process.env.PATH}`,
  };
  let cwd = home;
  return {
    goTo(folder) {
      cwd = folder;
    },
    async type(line) {
      const here = others.reduce((text, [from, to]) => text.replace(from, to), line);
      const script = `${here}\ncode=$?; pwd >&3; exit $code`;
      const stdio = ['ignore', 'pipe', 'pipe', 'pipe'] as const;
      const child = spawn('sh', ['-c', script], { cwd, env, stdio: [...stdio], detached: true });
      let [said, left] = ['', ''];
      for (const stream of [child.stdout, child.stderr])
        stream?.setEncoding('utf8').on('data', (text: string) => {
          said += text;
          if (/ serve\b/.test(line) && /^http:/m.test(said) && child.pid)
            process.kill(-child.pid, 'SIGINT');
        });
      child.stdio[3]?.on('data', (text) => {
        left += String(text);
      });
      const [code] = await once(child, 'close');
      cwd = left.trim() || cwd;
      return { code: / serve\b/.test(line) ? 0 : Number(code), said };
    },
  };
}
