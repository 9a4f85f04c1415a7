/** What an element may hold: text is never read as markup. */
export type Child = Node | string | null | undefined | false;

type Attributes = Record<string, string | number | null | undefined>;

function fill<E extends Element>(element: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child instanceof Node || typeof child === 'string'));
  return element;
}

/** An HTML element; absent children and attributes are left out. */
export const h = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] => fill(document.createElement(tag), attributes, children);

/** An SVG element. */
export const s = (tag: string, attributes: Attributes = {}, ...children: Child[]): SVGElement => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  return element instanceof SVGElement ? fill(element, attributes, children) : new SVGElement();
};

/** A part that readers open: filled when they first do, unless it is open already. */
export function opened(title: string, fill: () => Promise<Node>, content?: Child): HTMLElement {
  const summary = h('summary', {}, title);
  if (content) return h('details', { open: '' }, summary, content);
  const details = h('details', {}, summary);
  details.addEventListener('toggle', async () => {
    if (summary === details.lastChild) details.append(await fill());
  });
  return details;
}
