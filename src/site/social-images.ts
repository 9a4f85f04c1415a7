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

/** Whether this machine has a face with Chinese in it: a sign that no face has looks otherwise. */
export async function drawsChinese(font: Faces = faces): Promise<boolean> {
  const [han, none] = await Promise.all([png(signed('汉'), font), png(signed('\u{10fffe}'), font)]);
  return Buffer.compare(han, none) !== 0;
}

const signed = (sign: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><text y="50" font-size="40">${sign}</text></svg>`;

/** Needs the faces of the system; loaded only where pictures are asked for, for it is a binary of 5 MB. */
async function png(svg: string, font: Faces = faces): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  return new Resvg(svg, { font }).render().asPng();
}

interface Faces {
  loadSystemFonts: boolean;
}
const faces: Faces = { loadSystemFonts: true };
