/** What every page says of itself. */
export const plainPage = `
  body { margin: 0; font-family: system-ui, sans-serif; }
`;

/** Resets and rules for all elements of a kind, outside of layers, as they are found on pages; and some that are worse. */
export const hostilePage = `
  *, *::before, *::after { box-sizing: content-box; margin: 3px; padding: 0; border: 0; outline: 0; letter-spacing: 1px; }
  * { font: inherit; vertical-align: baseline; background: none; color: inherit; list-style: square; transition: all 3s; }
  *::before { content: 'before'; }
  *::after { content: 'after'; position: static; }
  html { font-size: 62.5%; }
  html body {
    color: rebeccapurple; font-style: italic; font-weight: 800; font-size: 31px; line-height: 3; letter-spacing: 4px;
    word-spacing: 9px; text-align: right; text-indent: 20px; text-shadow: 2px 2px red; text-transform: uppercase;
    white-space: pre; cursor: help; font-variant: small-caps; word-break: break-all;
  }
  html body button { appearance: none; display: block; width: 100%; height: 20px; border-radius: 0; background: lime;
    color: red; text-decoration: underline; box-shadow: 0 0 9px red; }
  html body div, html body section, html body form { display: block; position: static; float: left; overflow: visible;
    width: auto; height: auto; background: yellow; }
  html body p, html body h2 { margin: 1em 0; font-size: 3em; color: red; text-align: justify; }
  html body h2::before { content: '§ '; }
  html body span, html body strong, html body label { display: block; color: orange; font-size: 2em; }
  html body input { width: 50px; height: 10px; border: 4px dotted red; background: pink; border-radius: 0; }
  html body video { position: static; display: none; opacity: 1; width: 10px; max-width: 10px; object-fit: fill; }
  html body svg { display: block; width: 100%; height: auto; fill: red; stroke: red; vertical-align: middle; }
  html body svg path, html body svg rect { fill: lime; stroke: none; }
  html body [hidden] { display: block; }
`;

/** What a page has of its own, before, after and inside of what is ours. */
export const hostElements = `
  <h1>Title</h1><p>A <a href="#x">link</a>, <code>code</code> and <strong>strong</strong></p>
  <button>Button</button><button type="button" disabled>Off</button><label>Label <input value="text"></label>
  <input type="checkbox"><select><option>One</option></select><textarea>Text</textarea>
  <ul><li>Item</li></ul><table><tbody><tr><th>Head</th><td>Cell</td></tr></tbody></table>
  <svg width="10" height="10"><path d="M0 0L9 9"/></svg><video width="20" height="10"></video><section><div>Box</div></section>
`;
