/**
 * Where what pops up beside an element is rendered: in the room it is in, so that it is seen when the room fills the
 * screen, else in the nearest theme, so that it looks and reads like what is around it.
 */
export function popupContainer(element: Element): HTMLElement {
  const container =
    element.closest<HTMLElement>('.parlour-room') ?? element.closest<HTMLElement>('[data-parlour-theme]');
  return container ?? element.ownerDocument.body;
}
