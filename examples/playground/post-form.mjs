const form = new URLSearchParams();
form.append('{{name}}', '{{value}}');
form.append('client_secret', process.env.CLIENT_SECRET);
const response = await fetch('{{url}}', {
  method: 'POST',
  headers: { accept: 'application/json' },
  body: form,
});
console.log(response.status, await response.text());
