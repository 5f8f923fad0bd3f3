// Where in a text a problem arose: by line and column, or by JSON pointer in a JSON or YAML document.
import { ensureSyntaxTree } from "@codemirror/language";

/** The range of the text that a problem of the API is about. */
export function place(state, { line, column, pointer }, prefix) {
  if (line) {
    const found = state.doc.line(Math.min(line, state.doc.lines));
    const from = Math.min(found.from + Math.max(0, (column ?? 1) - 1), found.to);
    return { from, to: Math.max(from, found.to) };
  }
  const names = (pointer ?? "").split("/").slice(1).map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (prefix && names[0] === prefix) {
    names.shift();
  }
  return byNames(state, names);
}

function byNames(state, names) {
  const tree = ensureSyntaxTree(state, state.doc.length, 1000);
  const text = (node) => state.sliceDoc(node.from, node.to);
  let value = tree && document(tree.topNode);
  let at = { from: 0, to: Math.min(state.doc.length, state.doc.line(1).to) };
  for (const name of names) {
    const found = value && (member(value, name, text) ?? item(value, Number(name)));
    if (!found) {
      break;
    }
    at = { from: found.key.from, to: found.key.to };
    value = found.value;
  }
  return at;
}

function document(top) {
  let node = top;
  while (node && ["JsonText", "Stream", "Document"].includes(node.name)) {
    node = node.getChild("Document") ?? [...children(node)].find((child) => !["DirectiveEnd", "Comment"].includes(child.name));
  }
  return node;
}

function member(node, name, text) {
  for (const pair of [...node.getChildren("Property"), ...node.getChildren("Pair")]) {
    const key = pair.getChild("PropertyName") ?? pair.getChild("Key");
    if (key && unquoted(text(key)) === name) {
      return { key, value: pair.lastChild };
    }
  }
  return undefined;
}

function item(node, index) {
  const items = node.name === "Array" ? [...children(node)].filter((child) => !"[],".includes(child.name)) : node.getChildren("Item");
  const found = items[index];
  return found && { key: found, value: found.name === "Item" ? found.lastChild : found };
}

function* children(node) {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    yield child;
  }
}

function unquoted(text) {
  const trimmed = text.trim();
  if (trimmed.startsWith('"')) {
    try {
      return JSON.parse(trimmed);
    } catch {
      return trimmed.slice(1, -1);
    }
  }
  return trimmed.startsWith("'") ? trimmed.slice(1, -1).replaceAll("''", "'") : trimmed;
}
