/** Loads a script of the site when it is first needed; `import` alone cannot check a digest, a preload link does. */
export function load<Script>(path: string, integrity: string | undefined): () => Promise<Script> {
  const { href } = new URL(path, location.href);
  return () => {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = href;
    link.integrity = integrity ?? '';
    document.head.append(link);
    return import(href);
  };
}
