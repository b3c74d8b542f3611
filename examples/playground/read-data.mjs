const response = await fetch('{{url}}', {
  headers: { authorization: 'Bearer {{token}}', accept: 'application/json' },
});
console.log(response.status, await response.text());
