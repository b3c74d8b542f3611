<?php
$parameters = [
    '{{name}}' => '{{value}}',
];
// Send the person's browser there.
echo '{{url}}?' . http_build_query($parameters), "\n";
