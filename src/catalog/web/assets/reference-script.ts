/**
 * Shows a whole contract in a frame without origin, which reaches neither the pages nor the session. This page fetches the
 * contract and hands it over; of what the frame says only three words are understood.
 */
export const referenceScript = `
const box = document.querySelector('[data-reference]');
if (box) {
  const [status, button] = [box.querySelector('[role=status]'), box.querySelector('button')];
  const say = (text) => { status.textContent = text; };
  const show = async () => {
    button.hidden = true;
    say('Loading…');
    const answer = await fetch(box.dataset.reference);
    if (!answer.ok) return say('It cannot be shown now. Please try again later.');
    const contract = await answer.text();
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.title = 'Full reference';
    addEventListener('message', ({ source, data }) => {
      if (source !== frame.contentWindow) return;
      // An origin that there is none of can only be called so; whoever else may be in the frame, the policy keeps out.
      if (data === 'ready') frame.contentWindow.postMessage(contract, '*');
      if (data === 'shown') say('');
      if (data === 'failed') say('It cannot be shown. The document has all of it.');
    });
    frame.src = box.dataset.frame;
    box.append(frame);
  };
  button.addEventListener('click', show);
  box.hidden = false;
  if (Number(box.dataset.size) <= 2000000) show();
}
`
