// What the service said, for people: changes, findings, SQL; or problems at their lines, or renames to settle.
import { $, element } from "./dom.js";
import { highlighted } from "./highlight.js";
import { place } from "./places.js";
import { follow } from "./request.js";

const SEVERITIES = ["CRITICAL", "WARN", "INFO"];
const WAY_BACK = { exact: "exact", structure_only: "structure only: dropped rows do not come back", irreversible: "none" };

export class Answer {
  #model;
  #snapshot;
  #toFile;
  #settle;
  /** Problems at their places, each with its editor and the file that it is in. */
  #marks = [];

  /** `toFile` shows a file of the model; `settle` takes what a person said of a rename. */
  constructor({ model, snapshot, toFile, settle }) {
    this.#model = model;
    this.#snapshot = snapshot;
    this.#toFile = toFile;
    this.#settle = settle;
  }

  /** Says what is to be done first. */
  ask(what) {
    this.#parts({});
    $("status").textContent = what;
  }

  wait() {
    $("status").textContent = "Asking …";
    this.#marks = [];
    this.mark();
  }

  /** Marks the problems of the file that is shown. */
  mark(file) {
    [this.#model, this.#snapshot].forEach((editor) => editor.mark(this.#marks.filter((each) => each.editor === editor && (each.source ?? file) === file)));
  }

  fail(failure) {
    this.ask(`No answer: ${failure.message}`);
  }

  show(status, body, dialect) {
    if (status === 200) {
      this.#parts({ result: true });
      this.#migration(body, dialect);
      return;
    }
    const candidates = body.rename_candidates ?? [];
    this.#parts({ candidates: candidates.length > 0, problems: candidates.length === 0 });
    if (candidates.length > 0) {
      this.#candidates(candidates);
    } else {
      this.#problems(body);
    }
  }

  #parts(visible) {
    ["problems", "candidates", "result"].forEach((part) => {
      $(part).hidden = !visible[part];
    });
  }

  #migration(body, dialect) {
    const proven = body.proof.upgrade_reaches_model && body.proof.rollback_restores_snapshot;
    $("status").textContent = body.changed
      ? `${count(body.changes.length, "change")}, ${count(body.findings.length, "finding")}. ${proven ? "Proven: read back, the upgrade gives the model and the rollback the snapshot." : "NOT PROVEN: do not use it."}`
      : "Nothing changed: the snapshot is what the model describes.";
    $("changes").replaceChildren(...body.changes.map((change) => element("tr", {},
      element("td", {}, change.summary), element("td", {}, badge(change.severity)), element("td", {}, WAY_BACK[change.reversibility] ?? change.reversibility))));
    const worstFirst = body.findings.toSorted((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity));
    $("findings").replaceChildren(...(worstFirst.length > 0 ? worstFirst.map(finding) : [element("li", { class: "quiet" }, "None.")]));
    $("upgrade").replaceChildren(highlighted(script(body.upgrade), dialect));
    $("rollback").replaceChildren(highlighted(script(body.rollback), dialect));
    $("download-migration").disabled = !body.changed;
  }

  #candidates(candidates) {
    $("status").textContent = count(candidates.length, "possible rename") + " to settle.";
    $("candidates").querySelector("ul").replaceChildren(...candidates.map((candidate) => element("li", { class: "card" },
      element("p", {}, `Is ${candidate.from} now ${candidate.to}?`),
      element("button", { type: "button", class: "primary", onclick: () => this.#settle(candidate.hint) }, `Rename to ${candidate.to.replace(/^\w+ /, "")}`),
      element("button", { type: "button", onclick: () => this.#settle(candidate.otherwise) }, `Drop ${candidate.from.replace(/^\w+ /, "")}`))));
  }

  #problems(body) {
    const errors = body.errors?.length > 0 ? body.errors : [{ message: body.detail ?? body.title }];
    $("status").textContent = `${body.title ?? "Refused"}: ${count(errors.length, "problem")}.`;
    $("problems").querySelector("ul").replaceChildren(...errors.map((error) => {
      const editor = this.#editorOf(error, body.type);
      const at = editor && place(editor.state, error, editor === this.#snapshot ? "snapshot" : "model");
      if (at) {
        this.#marks.push({ ...at, message: error.message, editor, source: error.source });
      }
      return this.#problem(error, editor, at);
    }));
    const file = this.#marks.find(({ source }) => source !== undefined)?.source;
    this.#toFile(file);
    this.mark(file);
  }

  #problem(error, editor, at) {
    const where = at && `${editor === this.#snapshot ? "snapshot" : error.source ?? "model"}, line ${editor.state.doc.lineAt(at.from).number}`;
    return element("li", { class: "card" },
      where ? element("button", { type: "button", class: "link", onclick: () => {
        this.#toFile(error.source);
        editor.goTo(at.from);
      } }, where) : undefined,
      element("p", {}, error.message), error.fix ? element("p", { class: "quiet" }, error.fix) : undefined);
  }

  #editorOf({ source, pointer, line }, type) {
    if (pointer?.startsWith("/snapshot") || type?.endsWith("/invalid-snapshot")) {
      return this.#snapshot;
    }
    if (source !== undefined) {
      return this.#toFile(source) ? this.#model : undefined;
    }
    return line || type?.endsWith("/invalid-model") ? this.#model : undefined;
  }
}

function finding({ code, severity, message, advice }) {
  return element("li", { class: "card" },
    element("p", {}, badge(severity), " ", element("a", { href: `/v1/rules/${encodeURIComponent(code)}`, onclick: follow }, code), " ", message),
    advice ? element("p", { class: "quiet" }, advice) : undefined);
}

function badge(severity) {
  return element("span", { class: `badge ${severity.toLowerCase()}` }, severity);
}

function script(statements) {
  return statements.map(({ sql }) => (/(--|#)[^\n]*$/.test(sql) ? `${sql}\n;` : `${sql};`)).join("\n\n");
}

function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
