// The drawing that the service made, to move and zoom.

const STEP = 1.25;

export class Diagram {
  #frame;
  #svg;
  #whole = [0, 0, 1, 1];
  #box = [0, 0, 1, 1];

  constructor(frame) {
    this.#frame = frame;
    frame.addEventListener("wheel", (event) => {
      event.preventDefault();
      this.zoom(event.deltaY < 0 ? STEP : 1 / STEP, event);
    }, { passive: false });
    frame.addEventListener("keydown", (event) => this.#key(event));
    frame.addEventListener("pointerdown", (event) => this.#drag(event));
  }

  show(text) {
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    this.#svg = document.importNode(parsed, true);
    this.#whole = this.#svg.getAttribute("viewBox").split(" ").map(Number);
    this.#svg.removeAttribute("width");
    this.#svg.removeAttribute("height");
    this.#frame.replaceChildren(this.#svg);
    this.fit();
  }

  fit() {
    this.#look([...this.#whole]);
  }

  /** Zooms around the pointer, or else the middle. */
  zoom(factor, pointer) {
    const [x, y, width, height] = this.#box;
    const frame = this.#frame.getBoundingClientRect();
    const scale = Math.max(width / frame.width, height / frame.height);
    const [dx, dy] = pointer
      ? [(pointer.clientX - frame.left - frame.width / 2) * scale, (pointer.clientY - frame.top - frame.height / 2) * scale]
      : [0, 0];
    const [centreX, centreY] = [x + width / 2 + dx, y + height / 2 + dy];
    const wide = Math.min(Math.max(width / factor, 50), this.#whole[2] * 2);
    const high = wide * height / width;
    this.#look([centreX - dx * wide / width - wide / 2, centreY - dy * wide / width - high / 2, wide, high]);
  }

  #look(box) {
    this.#box = box;
    this.#svg?.setAttribute("viewBox", box.join(" "));
  }

  #move(right, down) {
    const [x, y, width, height] = this.#box;
    this.#look([x + right, y + down, width, height]);
  }

  #key(event) {
    const stride = this.#box[2] / 10;
    const moves = {
      ArrowLeft: () => this.#move(-stride, 0), ArrowRight: () => this.#move(stride, 0),
      ArrowUp: () => this.#move(0, -stride), ArrowDown: () => this.#move(0, stride),
      "+": () => this.zoom(STEP), "=": () => this.zoom(STEP), "-": () => this.zoom(1 / STEP), 0: () => this.fit(),
    };
    if (moves[event.key] && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      moves[event.key]();
    }
  }

  #drag(start) {
    const frame = this.#frame.getBoundingClientRect();
    const scale = Math.max(this.#box[2] / frame.width, this.#box[3] / frame.height);
    const box = [...this.#box];
    const move = (event) => this.#look([box[0] - (event.clientX - start.clientX) * scale, box[1] - (event.clientY - start.clientY) * scale, box[2], box[3]]);
    this.#frame.setPointerCapture(start.pointerId);
    this.#frame.addEventListener("pointermove", move);
    this.#frame.addEventListener("lostpointercapture", () => this.#frame.removeEventListener("pointermove", move), { once: true });
  }
}
