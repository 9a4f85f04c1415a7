/** Parts of a host name that say what kind of site it is, not whose. */
const common = new Set(
  'www web m english en eng chn gov gob gouv gub gv go com co org or net int edu ac mil info press news media'.split(
    ' ',
  ),
);

/** An id for an institution by its site's address: `mfa` for www.mfa.gov.cn; `site` for a number. */
export function proposeInstitution(url: string): string {
  const { hostname } = new URL(url);
  if (/^[\d.:[\]]+$/.test(hostname)) return 'site';
  const labels = hostname.toLowerCase().split('.').slice(0, -1);
  const telling = labels.filter((label) => !common.has(label));
  return (
    (telling.at(-1) ?? labels.at(-1) ?? 'site').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') ||
    'site'
  );
}

/** The time zone of a site's country, by its top-level domain; null for one of no country. */
export function proposeZone(url: string): string | null {
  const country = new URL(url).hostname.split('.').at(-1) ?? '';
  if (['gov', 'mil'].includes(country)) return 'America/New_York';
  if (!/^[a-z]{2}$/.test(country)) return null;
  const place = country === 'uk' ? 'GB' : country.toUpperCase();
  return zonesOf(place)[0] ?? null;
}

/** Zones of a territory as CLDR lists them; Node 20 has them as a property, later ones as a method. */
function zonesOf(place: string): string[] {
  const locale: Intl.Locale & { timeZones?: string[]; getTimeZones?: () => string[] } =
    new Intl.Locale(`und-${place}`);
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

/** The addresses of a page's siblings: its host and folder, with digits and all below as wildcards. */
export function proposeUrls(url: string): string[] {
  const { hostname, pathname } = new URL(url);
  const folder = pathname
    .split('/')
    .slice(1, -1)
    .map((part) => (/\d{2}/.test(part) ? '*' : part));
  while (folder.at(-1) === '*') folder.pop();
  return [[hostname, ...folder, '*'].join('/')];
}
