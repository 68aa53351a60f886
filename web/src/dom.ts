/** Elements, shorter. */

export type Attributes = Record<string, string | number | boolean | undefined>;
export type Child = Node | string;

function fill<E extends Element>(element: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children);
  return element;
}

/** An element of HTML. */
export function html<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(name), attributes, children);
}

/** Whether the page is part of a report, whose own title comes first. */
export const embedded = document.getElementById("report")?.hasChildNodes() ?? false;

/** A heading below so many others in the page: 1 is its title. */
export function heading(level: 1 | 2, attributes: Attributes = {}): HTMLHeadingElement {
  const names = ["h1", "h2", "h3"] as const;
  return html(names[embedded ? level : level - 1] ?? "h3", attributes);
}

/** An element of SVG. */
export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}
