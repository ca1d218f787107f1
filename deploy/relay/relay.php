<?php // For a form that cannot sign its posts: <form method="post" enctype="multipart/form-data" action="relay.php">
$lost = !$_POST && !$_FILES && ($_SERVER['CONTENT_LENGTH'] ?? 0) > 0; // Over post_max_size PHP drops the whole post, over upload_max_filesize the file.
foreach ($_FILES as $name => $file) foreach ((array) $file['error'] as $i => $error)
    if ($error === UPLOAD_ERR_OK) $_POST['berkas.relay'][] = ['filename' => ((array) $file['name'])[$i], 'content' => base64_encode(file_get_contents(((array) $file['tmp_name'])[$i]))];
    elseif ($error !== UPLOAD_ERR_NO_FILE) $lost = true;
if ($lost && http_response_code(413)) exit('<!DOCTYPE html><html lang="id"><meta charset="utf-8"><title>Laporan</title><p>Laporan belum terkirim: berkasnya terlalu besar. Tekan Kembali, perkecil atau kurangi berkasnya, lalu kirim lagi.');
$body = json_encode($_POST, JSON_INVALID_UTF8_SUBSTITUTE);
[$time, $id] = [time(), hash('sha256', intdiv(time(), 600) . $body)]; // The same words within ten minutes are one press.
$sign = base64_encode(hash_hmac('sha256', "$id.$time.$body", base64_decode(substr(getenv('GATEWAY_SECRET'), strlen('whsec_'))), true));
$head = ['Content-Type: application/json', "webhook-id: $id", "webhook-timestamp: $time", "webhook-signature: v1,$sign", 'Accept-Language: id'];
$ask = stream_context_create(['http' => ['method' => 'POST', 'header' => $head, 'content' => $body, 'ignore_errors' => true, 'timeout' => 20]]);
$answer = json_decode(@file_get_contents(getenv('GATEWAY_URL'), false, $ask) ?: '{}', true) ?: [];
http_response_code(preg_match('~^HTTP/\S+ (\d{3})~', $http_response_header[0] ?? '', $status) ? (int) $status[1] : 503);
$words = ($status[1] ?? '') === '202' ? 'Laporan diterima. Nomor pelacakan: ' . ($answer['trackingNumber'] ?? 'menunggu petugas') : (isset($answer['status']) ? "$answer[title]. $answer[detail]" : 'Laporan belum terkirim. Coba lagi sebentar lagi.');
echo '<!DOCTYPE html><html lang="id"><meta charset="utf-8"><title>Laporan</title><p>' . htmlspecialchars($words);
