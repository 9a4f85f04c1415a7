import { z } from 'zod';

/** Front matter of `content/pages/<id>.md`. */
export const pageMatter = z.strictObject({ title: z.string().min(1) });

/** A Markdown page of the site's own, such as about. */
export interface Page extends z.infer<typeof pageMatter> {
  /** File name without `.md`: the site path. */
  id: string;
  markdown: string;
}
