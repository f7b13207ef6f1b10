/** Makes the map move and grow: with the mouse, with fingers, and with keys. Without it the map scrolls. */
export const mapScript = `
const svg = document.querySelector('svg[data-map]');
if (svg) {
  const frame = svg.parentElement;
  const whole = svg.viewBox.baseVal;
  const home = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
  let view = { ...home };
  const show = () => svg.setAttribute('viewBox', [view.x, view.y, view.width, view.height].join(' '));
  const zoom = (factor, x = view.x + view.width / 2, y = view.y + view.height / 2) => {
    const width = Math.min(home.width * 2, Math.max(home.width / 12, view.width * factor));
    const ratio = width / view.width;
    view = { x: x - (x - view.x) * ratio, y: y - (y - view.y) * ratio, width, height: view.height * ratio };
    show();
  };
  const move = (x, y) => { view.x += x; view.y += y; show(); };
  const reset = () => { view = { ...home }; show(); };
  const tools = document.createElement('div');
  tools.className = 'map-tools';
  for (const [label, text, act] of [['Enlarge', '+', () => zoom(0.8)], ['Reduce', '\\u2212', () => zoom(1.25)], ['Whole map', 'Whole map', reset]]) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.setAttribute('aria-label', label);
    button.addEventListener('click', act);
    tools.append(button);
  }
  frame.before(tools);
  frame.classList.add('moves');
  frame.addEventListener('keydown', (event) => {
    const step = view.width / 12;
    const acts = { '+': () => zoom(0.8), '-': () => zoom(1.25), '0': reset, ArrowLeft: () => move(-step, 0), ArrowRight: () => move(step, 0), ArrowUp: () => move(0, -step), ArrowDown: () => move(0, step) };
    const act = event.target === frame && !event.ctrlKey && !event.metaKey && !event.altKey ? acts[event.key] : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  });
  const place = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  frame.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const { x, y } = place(event);
    zoom(event.deltaY < 0 ? 0.9 : 1.1, x, y);
  }, { passive: false });
  let held;
  svg.addEventListener('pointerdown', (event) => {
    if (event.button === 0) held = { from: place(event), id: event.pointerId, moved: false };
  });
  svg.addEventListener('pointermove', (event) => {
    if (!held || held.id !== event.pointerId) return;
    const { x, y } = place(event);
    if (!held.moved && Math.hypot(x - held.from.x, y - held.from.y) < view.width / 200) return;
    if (!held.moved) svg.setPointerCapture(held.id);
    held.moved = true;
    move(held.from.x - x, held.from.y - y);
  });
  const release = () => { if (held?.moved) svg.addEventListener('click', (event) => event.preventDefault(), { once: true, capture: true }); held = undefined; };
  svg.addEventListener('pointerup', release);
  svg.addEventListener('pointercancel', () => { held = undefined; });
}
`
