// A text editor with the language that a file's name tells, and marks at the lines where problems arose.
// It lives in a shadow root, where CodeMirror's styles are a style sheet object and need no inline style.
import { EditorState, Compartment } from "@codemirror/state";
import { EditorView, keymap, lineNumbers, highlightActiveLine, placeholder } from "@codemirror/view";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { HighlightStyle, syntaxHighlighting, bracketMatching } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { sql, PostgreSQL, MySQL, MariaSQL, SQLite } from "@codemirror/lang-sql";
import { json } from "@codemirror/lang-json";
import { yaml } from "@codemirror/lang-yaml";
import { python } from "@codemirror/lang-python";
import { tags } from "@lezer/highlight";

const DIALECTS = { postgresql: PostgreSQL, mysql: MySQL, mariadb: MariaSQL, sqlite: SQLite };

export function sqlDialect(name) {
  return DIALECTS[name] ?? PostgreSQL;
}

function language(name, dialect) {
  const ending = name.toLowerCase().split(".").pop();
  switch (ending) {
    case "json": return json();
    case "yaml": case "yml": return yaml();
    case "py": return python();
    case "sql": return sql({ dialect: sqlDialect(dialect), upperCaseKeywords: true });
    default: return [];
  }
}

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.definitionKeyword], color: "var(--keyword)" },
  { tag: [tags.typeName, tags.standard(tags.name), tags.bool, tags.null], color: "var(--type)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--string)" },
  { tag: tags.number, color: "var(--number)" },
  { tag: tags.comment, color: "var(--comment)" },
  { tag: tags.propertyName, color: "var(--keyword)" },
]);

const theme = EditorView.theme({
  "&": { height: "100%", fontSize: "0.875rem", color: "var(--text)", backgroundColor: "var(--field)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", overflow: "auto" },
  ".cm-content": { caretColor: "var(--text)" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  ".cm-gutters": { backgroundColor: "var(--field)", color: "var(--quiet)", border: "none" },
  ".cm-activeLine": { backgroundColor: "var(--line)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--selection) !important" },
  ".cm-placeholder": { color: "var(--quiet)" },
  ".cm-tooltip": { backgroundColor: "var(--card)", color: "var(--text)", border: "1px solid var(--edge)" },
});

export class Editor {
  #language = new Compartment();
  #view;

  constructor(parent, { label, hint, onChange }) {
    const root = parent.attachShadow({ mode: "open" });
    this.onChange = onChange;
    this.#view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        extensions: [
          lineNumbers(), history(), highlightActiveLine(), bracketMatching(), lintGutter(),
          EditorView.lineWrapping, syntaxHighlighting(colours), theme, placeholder(hint),
          // Tab leaves the editor, as everywhere on the page.
          keymap.of([...defaultKeymap.filter((each) => each.key !== "Mod-Enter"), ...historyKeymap]),
          EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0", spellcheck: "false", autocapitalize: "off" }),
          EditorView.updateListener.of((update) => update.docChanged && this.onChange?.()),
          this.#language.of([]),
        ],
      }),
    });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(":host { display: block; } .cm-editor { height: 100%; }");
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  get text() {
    return this.#view.state.doc.toString();
  }

  set text(text) {
    this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text } });
  }

  get state() {
    return this.#view.state;
  }

  speak(name, dialect) {
    this.#view.dispatch({ effects: this.#language.reconfigure(language(name, dialect)) });
  }

  /** Shows problems, each with `from` and `to`, at their places. */
  mark(problems) {
    const inside = (at) => Math.min(at, this.#view.state.doc.length);
    this.#view.dispatch(setDiagnostics(this.#view.state, problems.map(({ from, to, message }) => ({ from: inside(from), to: inside(to), message, severity: "error" }))));
  }

  goTo(from) {
    this.#view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
    this.#view.focus();
  }

  focus() {
    this.#view.focus();
  }
}
