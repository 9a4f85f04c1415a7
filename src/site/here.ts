/** The address of the page being rendered, from which links to other pages are relative. */
export class Here {
  /** Site path, such as `/topics/taiwan/`. */
  readonly path: string;
  /** What leads from the page to the root of the site: `../../`. */
  readonly root: string;

  /** `root` is given only for a page that is served at many addresses, such as 404. */
  constructor(path: string, root = '../'.repeat(path.split('/').length - 2) || './') {
    this.path = path;
    this.root = root;
  }

  /** The relative address of a site path, so that the site works wherever its folder is put. */
  to(path: string): string {
    return this.root + path.slice(1);
  }
}

/** The file of a site path below the output folder, as Eleventy's permalink. */
export const fileOf = (path: string): string =>
  path.endsWith('/') ? `${decodeURIComponent(path)}index.html` : decodeURIComponent(path);

/** An outside address that may be pressed: http and https only, else null. */
export const outside = (url: string): string | null => (/^https?:\/\//i.test(url) ? url : null);
