// The page: a model and a snapshot in, the service's answer out. Everything goes to this very service and nowhere else.
import { Editor } from "./editor.js";
import { Diagram } from "./diagram.js";
import { Answer } from "./answer.js";
import { $, copy, element, save } from "./dom.js";
import { ask, curl, dialectIn, guessedName, migration, said } from "./request.js";

let files = [{ name: "schema.sql", text: "" }];
let current = 0;
let renames = [];
let asked = 0;
let shown = { request: undefined, answer: undefined, svg: undefined };

const model = new Editor($("model-editor"), { label: "Model", hint: "CREATE TABLE users ( …", onChange: () => modelChanged() });
const snapshot = new Editor($("snapshot-editor"), { label: "Snapshot", hint: "{ \"version\": \"1.0\", …", onChange: () => adopt(snapshot.text) });
const diagram = new Diagram($("diagram"));
const answer = new Answer({ model, snapshot, toFile, settle });

function modelChanged() {
  const before = files[current].text;
  files[current].text = model.text;
  if (!before.trim() && model.text.trim()) {
    adopt(model.text);
    rename(guessedName(model.text, files[current].name));
  }
}

/** What says itself which dialect it is for need not be told. */
function adopt(text) {
  const named = dialectIn(text);
  if ([...$("dialect").options].some(({ value }) => value === named)) {
    $("dialect").value = named;
    speak();
  }
}

function rename(name) {
  files[current].name = name;
  $("model-name").value = name;
  speak();
  listFiles();
}

function speak() {
  model.speak(files[current].name, $("dialect").value);
}

function listFiles() {
  const several = files.length > 1;
  $("model-files").hidden = !several;
  $("model-remove").hidden = !several;
  $("model-files").replaceChildren(...files.map(({ name }, index) => element("option", { value: index, selected: index === current }, name)));
}

/** Shows the model's file of that name, and tells whether there is one. */
function toFile(name) {
  const index = files.findIndex((file) => file.name === name);
  if (index >= 0 && index !== current) {
    show(index);
  }
  return index >= 0;
}

function show(index) {
  current = index;
  const { name, text } = files[index];
  model.text = text;
  rename(name);
  answer.mark(name);
}

async function opened(list) {
  return Promise.all([...list].map(async (file) => ({ name: file.name, text: await file.text() })));
}

async function openModel(list) {
  const read = await opened(list);
  if (read.length > 0) {
    files = read;
    renames = [];
    adopt(files[0].text);
    show(0);
    model.focus();
  }
}

async function openSnapshot(list) {
  const [read] = await opened(list);
  if (read) {
    snapshot.text = read.text;
    renames = [];
    snapshot.focus();
  }
}

function takesFiles(section, picker, button, open) {
  $(button).addEventListener("click", () => $(picker).click());
  $(picker).addEventListener("change", async () => {
    await open($(picker).files);
    $(picker).value = "";
  });
  const target = $(section);
  target.addEventListener("dragover", (event) => {
    if (event.dataTransfer.types.includes("Files")) {
      event.preventDefault();
      target.classList.add("over");
    }
  }, true);
  target.addEventListener("dragleave", () => target.classList.remove("over"), true);
  target.addEventListener("drop", (event) => {
    target.classList.remove("over");
    if (event.dataTransfer.files.length > 0) {
      event.preventDefault();
      event.stopPropagation();
      open(event.dataTransfer.files);
    }
  }, true);
}

/** A rename is one, or it is none: either way the service is told, and asked again. */
function settle(hint) {
  renames = [...renames, hint];
  $("answer").focus();
  generate();
}

function listRenames() {
  $("renames").hidden = renames.length === 0;
  $("renames").replaceChildren(...renames.map((hint) => element("li", {},
    element("code", {}, hint), element("button", { type: "button", "aria-label": `Take back ${hint}`, onclick: () => {
      renames = renames.filter((each) => each !== hint);
      generate();
    } }, "×"))));
}

async function generate() {
  if (files.every(({ text }) => !text.trim())) {
    answer.ask("Fill in a model, or start from an example.");
    model.focus();
    return;
  }
  const mine = ++asked;
  const request = { dialect: $("dialect").value, description: $("description").value.trim(), files: structuredClone(files), snapshot: snapshot.text, renames: [...renames] };
  listRenames();
  answer.wait();
  $("drawing").hidden = true;
  $("command").hidden = false;
  $("curl").textContent = curl(request);
  // The drawing is asked for at once, not after the answer: of a large schema both take their time.
  const drawn = migration(request, "svg").then(async (response) => (response.ok ? response.text() : undefined)).catch(() => undefined);
  try {
    const response = await migration(request);
    const body = await said(response);
    if (mine !== asked) {
      return;
    }
    shown = { request, answer: response.ok ? body : undefined, svg: undefined };
    answer.show(response.status, body, request.dialect);
    const svg = await drawn;
    if (response.ok && svg && mine === asked) {
      shown.svg = svg;
      $("drawing").hidden = false;
      diagram.show(svg);
    }
  } catch (failure) {
    if (mine === asked) {
      answer.fail(failure);
    }
  }
}

async function example() {
  const [sql, state] = await Promise.all(["schema.sql", "model_state.json"].map(async (name) => (await fetch(`/page/example/${name}`)).text()));
  files = [{ name: "schema.sql", text: sql }];
  renames = [];
  $("dialect").value = "postgresql";
  $("description").value = "";
  show(0);
  snapshot.text = state;
  await generate();
}

async function dialects() {
  const response = await ask("/v1/dialects");
  const { dialects: known, detail } = await said(response);
  if (!response.ok) {
    $("status").textContent = detail;
    $("key").focus();
    return;
  }
  $("dialect").replaceChildren(...known.map(({ name }) => element("option", { value: name }, name)));
  speak();
}

/** With a key that is good there are dialects to choose from. */
async function enter() {
  await dialects();
  if ($("dialect").options.length > 0) {
    $("status").textContent = "The key is taken. Fill in a model, or start from an example.";
    $("dialect").focus();
  }
}

$("request").addEventListener("submit", (event) => {
  event.preventDefault();
  generate();
});
// A file that is dropped beside the inputs would take the page's place.
["dragover", "drop"].forEach((name) => document.addEventListener(name, (event) => event.preventDefault()));
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    generate();
  }
}, true);
$("example").addEventListener("click", example);
$("access").addEventListener("submit", (event) => {
  event.preventDefault();
  enter();
});
$("dialect").addEventListener("change", speak);
$("model-name").addEventListener("change", () => rename($("model-name").value.trim() || "schema.sql"));
$("model-files").addEventListener("change", () => show(Number($("model-files").value)));
$("model-remove").addEventListener("click", () => {
  files.splice(current, 1);
  show(0);
});
$("download-migration").addEventListener("click", () => save(shown.answer.migration.sql, shown.answer.migration.filename, "application/sql"));
$("download-snapshot").addEventListener("click", async () => save(await (await migration(shown.request, "snapshot")).text(), "model_state.json", "application/json"));
$("download-diagram").addEventListener("click", () => save(shown.svg, "diagram.svg", "image/svg+xml"));
$("copy-mermaid").addEventListener("click", async () => copy(await (await migration(shown.request, "mermaid")).text(), $("copy-mermaid")));
$("zoom-in").addEventListener("click", () => diagram.zoom(1.25));
$("zoom-out").addEventListener("click", () => diagram.zoom(0.8));
$("zoom-fit").addEventListener("click", () => diagram.fit());
document.querySelectorAll("[data-copy]").forEach((button) => button.addEventListener("click", () => copy($(button.dataset.copy).textContent, button)));
takesFiles("model", "model-picker", "model-open", openModel);
takesFiles("snapshot", "snapshot-picker", "snapshot-open", openSnapshot);
snapshot.speak("model_state.json");
await dialects().catch((failure) => answer.fail(failure));
