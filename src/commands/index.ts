import { check } from './check.ts';
import type { Command } from './command.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';

/** Every command, in the order in which help lists them: along the arrows, then what looks at the result. */
export const commands: Command[] = [importCommand, exportCommand, check];
