// What is sent, and the same for the shell.
import { $ } from "./dom.js";

const UNAUTHENTICATED = 401;
/** How far into a text its dialect is looked for. */
const HEAD = 10_000;

/** Asks the service, with the key that was given. Where it wants one, or another one, the page asks for it. */
export async function ask(path, options = {}) {
  const key = $("key").value.trim();
  const response = await fetch(path, key ? { ...options, headers: { Authorization: `Bearer ${key}` } } : options);
  if (response.status === UNAUTHENTICATED) {
    $("access").hidden = false;
    $("more").hidden = true;
  }
  return response;
}

/** Follows a link with the key, which a browser does not send by itself. */
export async function follow(event) {
  if ($("key").value.trim()) {
    event.preventDefault();
    const response = await ask(event.currentTarget.getAttribute("href"));
    window.open(URL.createObjectURL(await response.blob()));
  }
}

/** The form that the service takes, as curl would send it. */
export function form({ dialect, description, files, snapshot, renames }) {
  const data = new FormData();
  data.append("dialect", dialect);
  if (description) {
    data.append("description", description);
  }
  files.forEach(({ name, text }) => data.append("model", new File([text], name)));
  if (snapshot.trim()) {
    data.append("snapshot", new File([snapshot], "model_state.json"));
  }
  renames.forEach((rename) => data.append("rename", rename));
  return data;
}

export async function migration(request, format) {
  return ask(`/v1/migrations${format ? `?format=${format}` : ""}`, { method: "POST", body: form(request) });
}

/** What the answer says; also where something between here and the service gave it. */
export async function said(response) {
  return response.json().catch(() => ({ title: `Status ${response.status}`, detail: "This is no answer of the service; something stands between it and this page." }));
}

/** The dialect that a snapshot or a Prisma schema names. */
export function dialectIn(text) {
  const start = text.trimStart();
  return (start.startsWith("{") ? /"dialect"\s*:\s*"(\w+)"/ : /\bprovider[ \t]*=[ \t]*"(\w+)"/).exec(start.slice(0, HEAD))?.[1];
}

export function curl({ dialect, description, files, snapshot, renames }) {
  const parts = [field("dialect", dialect), ...(description ? [field("description", description)] : []), ...files.map(({ name }) => `-F ${quoted(`model=@${path(name)}`)}`),
    ...(snapshot.trim() ? ["-F snapshot=@.dbwarden/model_state.json"] : []), ...renames.map((rename) => field("rename", rename))];
  // The key itself is not written down: whoever copies this has it in the environment.
  const credential = $("key").value.trim() ? '  -H "Authorization: Bearer $DBWARDEN_TOKEN" \\\n' : "";
  return `curl -sS --fail-with-body -OJ \\\n${credential}${parts.map((part) => `  ${part} \\\n`).join("")}  '${location.origin}/v1/migrations?format=sql'`;
}

/** With -F, curl takes some texts for a file's name, and what follows a semicolon for a media type. */
function field(name, value) {
  return `${/^[@<"]|;/.test(value) ? "--form-string" : "-F"} ${quoted(`${name}=${value}`)}`;
}

/** A file's name as curl wants it: in quotes, where it has what stands between names. */
function path(name) {
  return /[",;\\]/.test(name) ? `"${name.replace(/[\\"]/g, "\\$&")}"` : name;
}

function quoted(text) {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A name that tells the format, for a text that came without one. */
export function guessedName(text, current) {
  const start = text.trimStart();
  const guess = start.startsWith("{") ? "model.json"
    : /\bcreate\s+(table|type|view|schema|extension|or|unique|index|domain|sequence)\b/i.test(text) ? "schema.sql"
    : /^\s*model\s+\w+\s*\{/m.test(text) ? "schema.prisma"
    : /\b(pg|mysql|sqlite)Table\s*\(/.test(text) ? "schema.ts"
    : /^\s*(from\s+\S+\s+import|import\s+\w|class\s+\w+.*:)/m.test(text) ? "models.py"
    : /^\w[\w ]*:/m.test(text) ? "model.yaml" : current;
  return guess.split(".").pop() === current.split(".").pop() ? current : guess;
}
