/**
 * Filters. The page is whole without it: the form is hidden until it runs, and findings are hidden by it alone. What is
 * linked to is always shown.
 */
export const pageScript = `
'use strict';
(() => {
  const form = document.getElementById('filters');
  const findings = [...document.querySelectorAll('.finding')];
  if (!form || findings.length < 2) return;
  const texts = findings.map((finding) => finding.textContent.toLowerCase());
  const output = form.querySelector('output');
  const reset = form.querySelector('button');
  const empty = document.getElementById('nothing');
  const groups = [...document.querySelectorAll('.group')];
  const chosen = (name) => new Set([...form.querySelectorAll('input[name="' + name + '"]:checked')].map((box) => box.value));
  const apply = () => {
    const sets = { level: chosen('level'), category: chosen('category'), direction: chosen('direction') };
    const names = Object.keys(sets).filter((name) => form.querySelector('input[name="' + name + '"]'));
    const words = form.elements.text.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    findings.forEach((finding, index) => {
      const fits = names.every((name) => sets[name].has(finding.dataset[name])) && words.every((word) => texts[index].includes(word));
      finding.hidden = !fits;
      if (fits) shown++;
    });
    for (const group of groups) group.hidden = !group.querySelector('.finding:not([hidden])');
    output.value = shown === findings.length ? findings.length + ' findings' : shown + ' of ' + findings.length + ' findings';
    reset.hidden = shown === findings.length;
    empty.hidden = shown > 0;
  };
  const showTarget = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target || !target.closest('[hidden]')) return;
    form.reset();
    apply();
    target.scrollIntoView();
  };
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(apply));
  addEventListener('hashchange', showTarget);
  addEventListener('beforeprint', () => { for (const part of document.querySelectorAll('details.reaches')) part.open = true; });
  form.closest('[hidden]').hidden = false;
  apply();
})();
`
