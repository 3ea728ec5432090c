// A ballot cast while there is no connection is kept on this device, for this person and round only, and sent once there is one again.

/** A server that does not answer by then is not there. */
const PATIENCE = 5000;
/** It is tried again this often, for a browser that does not notice. */
const AGAIN = 15_000;

const form = document.querySelector("form[data-ballot]");
const notice = document.getElementById("ballot-kept");
const key = `ballot ${location.pathname.replace(/^\/\w+/, "")} ${form.dataset.ballot}`;

const kept = () => JSON.parse(localStorage.getItem(key) ?? "null");
const answers = () => fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) }).then(({ ok }) => ok, () => false);

function keep() {
  localStorage.setItem(key, JSON.stringify([...new FormData(form)]));
  notice.hidden = false;
  notice.focus();
}

/** Puts what is kept into the form. */
function fill(values) {
  for (const field of form.elements) {
    const mine = values.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === "checkbox" || field.type === "radio") field.checked = mine.includes(field.value);
    else if (field.name) field.value = mine[0] ?? "";
  }
}

/** Sent as if the button were pressed now; where it is refused, the page says why and has what was chosen. */
async function send() {
  if (!kept() || !(await answers()) || !kept()) return;
  fill(kept());
  localStorage.removeItem(key);
  form.submit();
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (await answers()) {
    localStorage.removeItem(key);
    form.submit();
  } else keep();
});

// Another choice replaces the one that waits.
form.addEventListener("change", () => kept() && keep());
addEventListener("online", send);
setInterval(send, AGAIN);
if (kept()) {
  fill(kept());
  notice.hidden = false;
  send();
}
