import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const axe = readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

const results = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe-core finds against WCAG 2.2 AA and good practice, a line each. */
export async function violations(page: Page): Promise<string[]> {
  // By the debugger, which no policy of the page holds back.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: await axe });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { runOnly: ${JSON.stringify(rules)} }).then(JSON.stringify)`,
    awaitPromise: true,
  });
  const found = results.parse(JSON.parse(String(result.value)));
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  );
}
