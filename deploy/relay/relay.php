<?php // For a form that cannot sign its posts: <form method="post" enctype="multipart/form-data" action="relay.php">
$key = base64_decode(substr(getenv('GATEWAY_SECRET'), strlen('whsec_')));
foreach ($_FILES as $name => $file) foreach ((array) $file['tmp_name'] as $i => $path)
    if (is_uploaded_file($path)) $_POST["berkas_$name"][] = ['name' => ((array) $file['name'])[$i], 'content' => base64_encode(file_get_contents($path))];
$body = json_encode($_POST, JSON_INVALID_UTF8_SUBSTITUTE);
[$time, $id] = [time(), hash('sha256', intdiv(time(), 600) . $body)]; // The same words within ten minutes are one press.
$sign = base64_encode(hash_hmac('sha256', "$id.$time.$body", $key, true));
$head = ['Content-Type: application/json', "webhook-id: $id", "webhook-timestamp: $time", "webhook-signature: v1,$sign", 'Accept-Language: id'];
$ask = stream_context_create(['http' => ['method' => 'POST', 'header' => $head, 'content' => $body, 'ignore_errors' => true, 'timeout' => 20]]);
$told = @file_get_contents(getenv('GATEWAY_URL'), false, $ask) ?: '{}';
$answer = json_decode($told, true) ?: [];
http_response_code(preg_match('~^HTTP/\S+ (\d{3})~', $http_response_header[0] ?? '', $status) ? (int) $status[1] : 503);
$words = isset($answer['status']) ? $answer['title'] . '. ' . $answer['detail'] : 'Laporan belum terkirim. Coba lagi sebentar lagi.';
if (($status[1] ?? '') === '202') $words = 'Laporan diterima. Nomor pelacakan: ' . ($answer['trackingNumber'] ?? 'menunggu petugas');
echo '<!DOCTYPE html><html lang="id"><meta charset="utf-8"><title>Laporan</title><p>' . htmlspecialchars($words);
