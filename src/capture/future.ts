/** Milliseconds by which the clocks of two machines may differ. */
const slack = 10 * 60 * 1000;

/** Whether a date cannot be right, because it is still to come. */
export const isFuture = (recorded: string, now: Date): boolean =>
  Date.parse(recorded) > now.getTime() + slack;
