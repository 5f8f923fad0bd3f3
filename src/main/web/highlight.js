// SQL with its words in colour, as spans with classes.
import { highlightTree, classHighlighter } from "@lezer/highlight";
import { sqlDialect } from "./editor.js";
import { element } from "./dom.js";

/** Beyond this a text is shown as it is: colour is for reading, and thirty thousand spans would keep the diagram waiting. */
const LONGEST = 60_000;

export function highlighted(text, dialect) {
  const fragment = document.createDocumentFragment();
  let at = 0;
  if (text.length <= LONGEST) {
    highlightTree(sqlDialect(dialect).language.parser.parse(text), classHighlighter, (from, to, classes) => {
      fragment.append(text.slice(at, from), element("span", { class: classes }, text.slice(from, to)));
      at = to;
    });
  }
  fragment.append(text.slice(at));
  return fragment;
}
