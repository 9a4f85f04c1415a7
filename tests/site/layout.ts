import type { Page } from 'playwright-core';

/** Widths at which a layout changes, and those of usual screens between them. */
export const widths = [320, 360, 390, 768, 900, 1024, 1100, 1280, 1366, 1440];

/** The widths at which a page can be scrolled sideways, each with by how many pixels. */
export async function sideways(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const over = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
    if (over > 0) found.push(`${over} px at ${width} px`);
  }
  return found;
}

/** Waits until a search has been answered. */
export async function answered(page: Page): Promise<void> {
  await page.locator('#found > div > div > *').first().waitFor({ state: 'attached' });
}

/** First screens of a phone and of a desk. */
export const screens = [
  { width: 390, height: 844 },
  { width: 1440, height: 800 },
];

/** Where the first line of the first hit ends, and how tall the chart is, in pixels. */
export async function firstHit(page: Page): Promise<{ words: number; chart: number }> {
  await page.locator('#found mark').first().waitFor();
  const [words, chart] = await page.evaluate<[number, number]>(`[
    document.querySelector('#found .turn, #found .lines tr').getBoundingClientRect().top + scrollY + 30,
    document.querySelector('#found .chart > svg').getBoundingClientRect().height,
  ]`);
  return { words, chart };
}
