// Calls the studio's server with the token of the link, which stays in this tab.
const KEY = 'studio-token';
if (location.hash.length > 1) {
  sessionStorage.setItem(KEY, location.hash.slice(1));
  history.replaceState(null, '', location.pathname);
}

async function call(path, options = {}) {
  const token = sessionStorage.getItem(KEY) ?? '';
  const response = await fetch(path, { ...options, headers: { 'X-Studio-Token': token } });
  if (!response.ok) {
    throw new Error(await response.text());
  }
  return response.json();
}

const post = (path, body) => call(path, { method: 'POST', body: JSON.stringify(body) });

export const hasToken = () => sessionStorage.getItem(KEY) !== null;
export const getState = () => call('/api/state');
export const getMachine = () => call('/api/machine');
export const getReport = after => call(`/api/desk?after=${after}`);
export const take = action => post('/api/take', action);
export const record = () => post('/api/record', {});
export const comparePhrases = phrases => post('/api/phrases', phrases);
