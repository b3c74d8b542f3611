<?php
$form = [
    '{{name}}' => '{{value}}',
    'client_secret' => getenv('CLIENT_SECRET'),
];
$request = curl_init('{{url}}');
curl_setopt_array($request, [
    CURLOPT_POSTFIELDS => http_build_query($form),
    CURLOPT_HTTPHEADER => ['Accept: application/json'],
    CURLOPT_RETURNTRANSFER => true,
]);
$body = curl_exec($request);
echo curl_getinfo($request, CURLINFO_RESPONSE_CODE), ' ', $body, "\n";
