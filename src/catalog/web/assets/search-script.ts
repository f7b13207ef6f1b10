/** Looks for contracts and their operations in a folder of pages. Texts are set as text, never as markup. */
export const searchScript = `
const box = document.querySelector('[data-search]');
if (box) {
  const fold = (text) => text.normalize('NFKD').replace(/\\p{M}+/gu, '').toLowerCase();
  const top = new URL('..', new URL(box.dataset.search, location.href));
  const answer = await fetch(box.dataset.search);
  const rows = (await answer.json()).map(([path, name, title, words]) => ({ path, name, title, text: fold([name, title, words].join(' ')) }));
  const [input, output, list] = [box.querySelector('input'), box.querySelector('output'), box.querySelector('ul')];
  const most = 50;
  input.addEventListener('input', () => {
    const words = fold(input.value).split(/\\s+/).filter(Boolean);
    const found = words.length === 0 ? [] : rows.filter(({ text }) => words.every((word) => text.includes(word)));
    output.value = words.length === 0 ? '' : found.length === 1 ? '1 hit' : found.length + ' hits';
    list.replaceChildren(...found.slice(0, most).map(({ path, name, title }) => {
      const [item, link] = [document.createElement('li'), document.createElement('a')];
      link.href = new URL(path, top).href;
      link.textContent = name;
      item.append(link, ' ' + title);
      return item;
    }));
  });
  box.hidden = false;
}
`
