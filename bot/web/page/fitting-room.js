// The fitting room: sends photos to the program that serves this page and shows its answers.
// Every sentence about a photo comes ready from the server, in the bot's own words.

const AT_ONCE = 4; // photos under way together; the others wait their turn
const ANNOUNCED = 20; // answers that a screen reader can still look up in the news
const PATIENCE = 5000; // milliseconds: a machine that sleeps or a lost network refuses nothing
const LONGEST = 180000; // milliseconds: a place, an upload and an answer together take less
const EXAMPLE = "ankle-boot.png";

const UNREACHABLE = "FitCheck can't be reached; start it again, then send the photo again.";
const UNREADABLE = "That can't be read: it's a folder, or was moved or changed meanwhile; choose the photo itself.";
const NO_PHOTO = "No photo came with that; save it first, then drop the file.";

const by = (id) => document.getElementById(id);
const waiting = [];
let underWay = 0;

async function watch() {
  let state = "gone";
  let words = "FitCheck can't be reached";
  try {
    const health = await (await fetch("/healthz", { signal: AbortSignal.timeout(PATIENCE) })).json();
    [state, words] = [health.status === "ok" ? "ready" : "waiting", health.sentence];
  } catch {
    // The program was stopped, or nothing comes of it: said by the words above.
  }
  if (by("state").textContent !== words) by("state").textContent = words;
  by("state").dataset.state = state;
  setTimeout(watch, state === "waiting" ? 500 : 5000);
}

function take(files) {
  const cards = [...files].map((file) => {
    const card = blank(file.name);
    preview(card, file);
    waiting.push({ card, file });
    return card;
  });
  by("hint").textContent = cards.length ? "" : NO_PHOTO;
  by("answers").prepend(...cards);
  (cards[0] ?? by("hint")).scrollIntoView({ block: "nearest" }); // pasted far down, it would come unseen
  next();
}

async function example() {
  try {
    const boot = await (await fetch("/example")).blob();
    take([new File([boot], EXAMPLE, { type: boot.type })]);
  } catch {
    const card = blank(EXAMPLE);
    by("answers").prepend(card);
    fail(card, UNREACHABLE);
    finish(card);
  }
}

function blank(name) {
  const card = by("answer").content.cloneNode(true).firstElementChild;
  card.querySelector(".name").textContent = name;
  card.querySelector(".name").title = name; // in full, should it be cut
  card.querySelector("summary").setAttribute("aria-label", `How it sees it: ${name}`);
  return card;
}

function preview(card, file) {
  const image = card.querySelector(".photo img");
  const address = URL.createObjectURL(file);
  image.onload = () => URL.revokeObjectURL(address);
  image.onerror = () => {
    URL.revokeObjectURL(address);
    image.removeAttribute("src"); // a format that only the server reads, or none at all
  };
  image.src = address;
}

function next() {
  while (underWay < AT_ONCE && waiting.length) {
    const { card, file } = waiting.shift();
    underWay += 1;
    ask(file)
      .then((answer) => show(card, answer))
      .catch(async () => fail(card, (await readable(file)) ? UNREACHABLE : UNREADABLE))
      .finally(() => {
        underWay -= 1;
        finish(card);
        next();
      });
  }
}

// fetch fails alike for a file and for a program that is gone; a file may go while it is under way, too.
async function readable(file) {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

async function ask(file) {
  if (!(await readable(file))) return { error: UNREADABLE };
  const response = await fetch("/classify", {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream" },
    body: file,
    signal: AbortSignal.timeout(LONGEST),
  });
  return response.json();
}

function fail(card, sentence) {
  card.classList.add("failed");
  card.querySelector("h3").textContent = "No answer";
  card.querySelector(".sentence").textContent = sentence;
}

function show(card, answer) {
  if (answer.error) {
    fail(card, answer.error);
    return;
  }
  card.dataset.verdict = answer.verdict;
  card.querySelector("h3").textContent = answer.headline;
  card.querySelector(".sentence").textContent = answer.sentence;
  card.querySelector(".supposed").textContent = answer.ranking;
  card.querySelector(".supposed").hidden = !answer.supposed;
  card.querySelectorAll(".bars").forEach((bars) => bars.setAttribute("aria-label", answer.ranking));
  fill(card.querySelector(".bars"), answer.verdict === "not_clothing" ? [] : answer.classes.slice(0, 3));
  fill(card.querySelector(".bars.all"), answer.classes);
  picture(card.querySelector(".photo img"), answer.stages[0]);
  picture(card.querySelector(".seen img"), answer.stages.at(-1));
  card.querySelector(".stages").append(...answer.stages.map(stage));
  card.querySelector("h4").textContent = answer.ranking;
  card.querySelector(".timing").textContent = answer.timing;
  card.querySelector(".seen").hidden = false;
  card.querySelector("details").hidden = false;
}

function finish(card) {
  card.setAttribute("aria-busy", "false");
  const said = [".name", "h3", ".sentence"].map((part) => card.querySelector(part).textContent);
  const news = by("news");
  news.append(element("p", "", said.filter(Boolean).join(". ")));
  while (news.children.length > ANNOUNCED) news.firstElementChild.remove();
}

function fill(list, classes) {
  list.replaceChildren(
    ...classes.map(({ name, probability, share }) => {
      const track = element("span", "track");
      const bar = element("span", "fill");
      bar.style.width = `${probability * 100}%`;
      track.append(bar);
      const row = element("li");
      row.append(element("span", "label", name), track, element("span", "share", share));
      return row;
    }),
  );
}

function stage({ title, image, alt }) {
  const figure = element("figure");
  const shown = element("img");
  picture(shown, { image, alt });
  figure.append(shown, element("figcaption", "", title));
  const item = element("li");
  item.append(figure);
  return item;
}

function picture(shown, { image, alt }) {
  shown.src = image;
  shown.alt = alt;
}

function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

by("choose").addEventListener("click", () => by("files").click());
by("files").addEventListener("change", (event) => {
  take(event.target.files);
  event.target.value = ""; // so that the same photo can be chosen again
});
by("example").addEventListener("click", example);
document.addEventListener("paste", (event) => take(event.clipboardData.files));

// The whole window takes photos: one that misses the patch must not replace the page.
let depth = 0;
const over = (change) => {
  depth = change ? Math.max(0, depth + change) : 0;
  by("drop").classList.toggle("over", depth > 0);
};
const move = (event, change) => {
  if (event.dataTransfer.types.includes("Files")) over(change);
};
document.addEventListener("dragenter", (event) => move(event, +1));
document.addEventListener("dragleave", (event) => move(event, -1));
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  over(0);
  take(event.dataTransfer.files);
});

watch();
