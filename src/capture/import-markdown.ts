import { parse } from 'yaml';
import { z } from 'zod';
import { decode } from './decode.ts';
import { pageForm } from './import-resource.ts';

const matter = z.object({ source_url: z.string().optional(), url: z.string().optional() });

/** Markdown with YAML front matter whose `source_url` (or `url`) is the page's address. */
export const markdownForm = pageForm({
  name: 'Markdown',
  mediaType: 'text/markdown',
  fits: (head) => /^---\r?\n/.test(decode(head).text),
  addressIn(text) {
    const [, yaml] = text.match(/^---\r?\n(.*?)\r?\n---\s*(?:\r?\n|$)/s) ?? [];
    if (yaml === undefined)
      throw new Error('Expected front matter between two lines `---`, got none that ends');
    const fields = matter.safeParse(parseMatter(yaml)).data;
    return fields?.source_url ?? fields?.url;
  },
  cure: 'add `source_url: https://…` to its front matter',
});

function parseMatter(yaml: string): unknown {
  try {
    return parse(yaml, { prettyErrors: false });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Expected YAML in the front matter, got a fault: ${reason}`);
  }
}
