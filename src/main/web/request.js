// What is sent, and the same for the shell.
import { $ } from "./dom.js";

const UNAUTHENTICATED = 401;

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

export function curl({ dialect, description, files, snapshot, renames }) {
  const parts = [`dialect=${dialect}`, ...(description ? [`description=${description}`] : []), ...files.map(({ name }) => `model=@${name}`),
    ...(snapshot.trim() ? ["snapshot=@.dbwarden/model_state.json"] : []), ...renames.map((rename) => `rename=${rename}`)];
  // The key itself is not written down: whoever copies this has it in the environment.
  const credential = $("key").value.trim() ? '  -H "Authorization: Bearer $DBWARDEN_TOKEN" \\\n' : "";
  return `curl -sS --fail-with-body -OJ \\\n${credential}${parts.map((part) => `  -F ${quoted(part)} \\\n`).join("")}  '${location.origin}/v1/migrations?format=sql'`;
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
