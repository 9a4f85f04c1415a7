/** On the 404 page: the words of the address that was not found, ready to be searched for. */
const field = document.querySelector<HTMLInputElement>('main input[type=search]');
const site = field?.form ? new URL('..', field.form.action).pathname : '/';
const words = decode(location.pathname.slice(site.length))
  .replace(/[^\p{L}\p{N}]+/gu, ' ')
  .trim();
if (field && field.value === '') field.value = words;

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
