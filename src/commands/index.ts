import type { Command } from './command.ts';

/**
 * Every command by its name, in the order in which help lists them: along the arrows, then what
 * looks at the result. Each loads its own rooms only, for loading all takes two seconds.
 */
export const commands: Record<string, () => Promise<Command>> = {
  init: async () => (await import('./init.ts')).init,
  add: async () => (await import('./add.ts')).add,
  fetch: async () => (await import('./fetch.ts')).fetch,
  import: async () => (await import('./import.ts')).importCommand,
  parse: async () => (await import('./parse.ts')).parseCommand,
  settle: async () => (await import('./settle.ts')).settleCommand,
  build: async () => (await import('./build.ts')).build,
  serve: async () => (await import('./serve.ts')).serve,
  update: async () => (await import('./update.ts')).update,
  search: async () => (await import('./search.ts')).search,
  export: async () => (await import('./export.ts')).exportCommand,
  topics: async () => (await import('./topics.ts')).topics,
  verify: async () => (await import('./verify.ts')).verify,
  history: async () => (await import('./history.ts')).history,
  diff: async () => (await import('./diff.ts')).diff,
  doctor: async () => (await import('./doctor.ts')).doctor,
  check: async () => (await import('./check.ts')).check,
};
