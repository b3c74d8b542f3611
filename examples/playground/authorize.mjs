const address = new URL('{{url}}');
address.searchParams.append('{{name}}', '{{value}}');
console.log(address.href); // Send the person's browser there.
