import { type Decoded, decode } from './decode.ts';
import { sha256Of } from './digest.ts';
import type { Form, ImportedFile } from './imported-file.ts';
import type { NewCapture } from './new-capture.ts';

/** A form whose file is one page: what it is, and where its address stands. */
interface PageForm {
  name: string;
  mediaType: string;
  fits(head: Buffer): boolean;
  /** The address that the page itself gives, or undefined. */
  addressIn(text: string): string | undefined;
  /** What gives the file an address, for the message of one that has none. */
  cure: string;
}

const largestPage = 16 << 20;

/** A form of one page a file, stored as received in a `resource` record: never an invented response. */
export const pageForm = (form: PageForm): Form => ({
  name: form.name,
  fits: form.fits,
  async *read(file) {
    if (file.window.size > largestPage) {
      throw new Error(`Expected a page of at most ${largestPage} bytes, got ${file.window.size}`);
    }
    const bytes = await file.window.read(0, file.window.size);
    const url = addressOf(form, file, decode(bytes));
    yield { capture: asResource(url, bytes, form.mediaType, file.date ?? file.started), offset: 0 };
  },
});

function addressOf(form: PageForm, file: ImportedFile, { text }: Decoded): string {
  const address = form.addressIn(text)?.trim() || file.url;
  if (!address) throw new Error(`Cannot import ${form.name} without an address: ${form.cure}`);
  if (!URL.canParse(address) || !/^https?:/i.test(address)) {
    throw new Error(`Expected an http address, got \`${address.slice(0, 80)}\``);
  }
  return new URL(address).href;
}

function asResource(url: string, bytes: Buffer, mediaType: string, recorded: string): NewCapture {
  const sha256 = sha256Of(bytes);
  return {
    type: 'resource',
    url,
    how: 'imported',
    sha256,
    recorded,
    contentType: mediaType,
    mediaType,
    block: bytes,
    payloadDigest: `sha256:${sha256}`,
  };
}
