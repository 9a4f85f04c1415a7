#!/usr/bin/env node
// Plain JavaScript, so that it starts on any Node and can say what is missing.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`lectern: Expected Node 20.19 or newer, got \`${process.versions.node}\``);
  process.exit(3);
}
const tsx = await import('tsx/esm/api').catch(() => {
  console.error('lectern: Cannot run without the installed packages: run npm ci --ignore-scripts');
  process.exit(3);
});
// The tsconfig.json of whatever folder the reader stands in is none of ours.
tsx.register({ tsconfig: false });
await import('../src/cli.ts');
