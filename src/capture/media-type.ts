import { MIMEType } from 'node:util';

/** Media type and charset of a Content-Type field; the first charset wins where it names two. */
export function readMediaType(field: string | undefined): { mediaType: string; charset?: string } {
  try {
    const { essence, params } = new MIMEType(field ?? '');
    const charset = params.get('charset');
    return charset ? { mediaType: essence, charset } : { mediaType: essence };
  } catch {
    return { mediaType: 'application/octet-stream' };
  }
}
