<?php
$request = curl_init('{{url}}');
curl_setopt_array($request, [
    CURLOPT_HTTPHEADER => ['Authorization: Bearer {{token}}', 'Accept: application/json'],
    CURLOPT_RETURNTRANSFER => true,
]);
$body = curl_exec($request);
echo curl_getinfo($request, CURLINFO_RESPONSE_CODE), ' ', $body, "\n";
