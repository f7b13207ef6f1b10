/**
 * Runs in the frame that shows a whole contract: asks the page around it for the contract, and gives it to what was vendored.
 * The frame has no origin, reaches nothing, and its links lead nowhere but inside of it.
 */
export const frameScript = `
(() => {
  const target = document.getElementById('reference');
  const isPlain = (value) => typeof value === 'object' && value !== null;
  const at = (root, pointer) => pointer.split('/').slice(1).reduce((value, token) => {
    const name = decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~');
    return isPlain(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }, root);
  const resolve = (root) => {
    const followed = (value) => {
      for (let left = 50; left > 0 && isPlain(value) && typeof value.$ref === 'string' && value.$ref.startsWith('#'); left--) {
        const found = at(root, value.$ref.slice(1));
        if (!isPlain(found)) return value;
        value = found;
      }
      return value;
    };
    const seen = new Set([root]);
    for (const node of seen) {
      for (const name of Object.keys(node)) {
        const value = followed(node[name]);
        node[name] = value;
        if (isPlain(value)) seen.add(value);
      }
    }
    return root;
  };
  const named = (members, key) => {
    for (const [name, member] of Object.entries(members ?? {})) if (isPlain(member)) member[key] ??= name;
  };
  const showOpenApi = (contract) => new Promise((done) => {
    // An image of another host would be asked for, and refused.
    delete contract.info?.['x-logo'];
    const options = { sanitize: true, hideDownloadButtons: true, showExtensions: true, nativeScrollbars: true };
    Redoc.init(contract, options, target, (error) => done(!error));
  });
  const showAsyncApi = (contract) => {
    for (const channel of Object.values(contract.channels ?? {})) named(channel?.messages, 'x-parser-message-name');
    named(contract.components?.messages, 'x-parser-message-name');
    named(contract.components?.schemas, 'x-parser-schema-id');
    named(contract.channels, 'x-parser-unique-object-id');
    named(contract.operations, 'x-parser-unique-object-id');
    Object.assign(contract, { 'x-parser-spec-parsed': true, 'x-parser-api-version': 3 });
    AsyncApiStandalone.render({ schema: resolve(contract), config: { show: { errors: false } } }, target);
    return true;
  };
  addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    if (link && !link.getAttribute('href').startsWith('#')) event.preventDefault();
  }, true);
  addEventListener('message', async (event) => {
    if (event.source !== parent || typeof event.data !== 'string') return;
    let isShown = false;
    try {
      const contract = JSON.parse(event.data);
      isShown = await (globalThis.Redoc ? showOpenApi(contract) : showAsyncApi(contract));
    } catch (error) {
      console.debug(error);
    }
    parent.postMessage(isShown ? 'shown' : 'failed', '*');
  });
  parent.postMessage('ready', '*');
})();
`
