async function call(path, method = 'GET', body) {
  const response = await fetch(`/api/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) throw new Error((await response.json()).error);
  return response.json();
}

export const choices = () => call('choices');
export const listTickets = () => call('tickets');
export const readTicket = (id) => call(`tickets/${id}`);
export const createTicket = (ticket) => call('tickets', 'POST', ticket);
export const changeTicket = (id, change) => call(`tickets/${id}`, 'PATCH', change);
export const addMessage = (id, message) => call(`tickets/${id}/messages`, 'POST', message);
