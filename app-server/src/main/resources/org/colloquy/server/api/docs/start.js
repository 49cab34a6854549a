// Asks nobody but this server: no validator, no other address.
SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#apis',
  deepLinking: true,
  docExpansion: 'list',
  filter: true,
  validatorUrl: null,
});
