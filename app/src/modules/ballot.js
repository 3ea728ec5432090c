// A ballot cast while there is no connection is kept on this device, for this person and round only. It is sent once there is one again
// while the page is open; who comes back later finds it in the form, looks at it and sends it.

/** A server that does not answer by then is not there. */
const PATIENCE = 5000;
/** It is tried again this often, for a browser that does not notice. */
const AGAIN = 15_000;

const place = `ballot ${location.pathname.replace(/^\/\w+/, "")}`;
const form = document.querySelector("form[data-ballot]");
const key = `${place} ${form?.dataset.ballot}`;

/** Nothing of a ballot stays behind: of nobody where there is none to cast, of oneself where it has arrived. */
function forget() {
  const arrived = sessionStorage.getItem(key) && !document.querySelector(".error");
  for (const name of Object.keys(localStorage)) if (name.startsWith(place) && (!form || (arrived && name === key))) localStorage.removeItem(name);
  sessionStorage.removeItem(key);
}

function keepFor(form) {
  const notice = document.getElementById("ballot-kept");
  const kept = () => JSON.parse(localStorage.getItem(key) ?? "null");
  const answers = () => fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) }).then(({ ok }) => ok, () => false);
  let waits = false;

  function keep() {
    localStorage.setItem(key, JSON.stringify([...new FormData(form)]));
    waits = true;
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

  /** As if the button were pressed now. What is kept is forgotten once the next page shows that it has arrived. */
  function submit() {
    sessionStorage.setItem(key, "sent");
    form.submit();
  }

  async function again() {
    if (!waits || !(await answers()) || !waits) return;
    waits = false;
    fill(kept());
    submit();
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (await answers()) submit();
    else keep();
  });
  // Another choice replaces the one that waits.
  form.addEventListener("change", () => waits && keep());
  addEventListener("online", again);
  setInterval(again, AGAIN);
  if (kept()) {
    fill(kept());
    notice.hidden = false;
  }
}

forget();
if (form) keepFor(form);
