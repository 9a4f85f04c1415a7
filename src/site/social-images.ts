import type { Catalogue } from './catalogue.ts';
import { socialImage } from './social-image.ts';
import type { Stage } from './stage.ts';

/** Stages the picture of each transcript that has one; those that the last build drew stay. */
export async function stageSocialImages(catalogue: Catalogue, stage: Stage): Promise<void> {
  for (const transcript of catalogue.archive.transcripts) {
    const image = socialImage(catalogue, transcript);
    if (image === null) return;
    const file = image.path.slice(1);
    if (stage.stands(file)) stage.keep(file);
    else stage.put(file, await png(image.svg));
  }
}

/** Needs the faces of the system; loaded only where pictures are asked for, for it is a binary of 5 MB. */
async function png(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  return new Resvg(svg, { font: { loadSystemFonts: true } }).render().asPng();
}
