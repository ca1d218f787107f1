/**
 * Sends the answers of a Google Form to the gateway, signed (Standard Webhooks). The form itself is the store: an answer counts
 * as sent only when the gateway said so, and whatever waits is sent again every ten minutes. See docs/web-form.md.
 *
 * Setting up: in the form, Extensions > Apps Script, paste this file. Project settings > Script properties: GATEWAY_URL
 * (https://.../intake/KEY) and GATEWAY_SECRET (whsec_...). Then run install() once.
 */
var TRIES = 3;
/** What the gateway refused but keeps: an officer sees it, sending it again would not help. */
var KEPT = ['form-unreadable', 'no-isi', 'idempotency-key-reused', 'post-not-taken'];

function install() {
  var properties = PropertiesService.getScriptProperties();
  if (!properties.getProperty('SINCE')) properties.setProperty('SINCE', new Date().toISOString());
  ScriptApp.getProjectTriggers().forEach(function (trigger) { ScriptApp.deleteTrigger(trigger); });
  ScriptApp.newTrigger('onFormSubmit').forForm(FormApp.getActiveForm()).onFormSubmit().create();
  ScriptApp.newTrigger('sendWaiting').timeBased().everyMinutes(10).create();
}

function onFormSubmit() {
  sendWaiting();
}

/** Sends every answer since the last one before which all were sent. Throws when some still wait, so that Google mails the owner. */
function sendWaiting() {
  var lock = LockService.getScriptLock();
  if (!lock.tryLock(30000)) return; // Whoever holds it sends these too, or the next round does.
  try {
    var properties = PropertiesService.getScriptProperties();
    var since = new Date(properties.getProperty('SINCE'));
    var waiting = [];
    FormApp.getActiveForm().getResponses(since).forEach(function (response) {
      var mark = 'sent/' + idOf(response);
      if (!properties.getProperty(mark)) {
        var refusal = send(response, properties);
        if (refusal) waiting.push(refusal);
        else properties.setProperty(mark, response.getTimestamp().toISOString());
      }
      if (waiting.length === 0) properties.setProperty('SINCE', response.getTimestamp().toISOString());
    });
    forget(properties);
    if (waiting.length > 0) throw new Error(waiting.length + ' answers wait for the gateway: ' + waiting[0]);
  } finally {
    lock.releaseLock();
  }
}

/** Null when the gateway has it, also when it keeps it in quarantine; else why not. */
function send(response, properties) {
  var body = JSON.stringify(payloadOf(response));
  var refusal = '';
  for (var i = 0; i < TRIES; i++) {
    if (i > 0) Utilities.sleep(1000 * Math.pow(2, i));
    try {
      var answer = UrlFetchApp.fetch(properties.getProperty('GATEWAY_URL'), {
        method: 'post', contentType: 'application/json', payload: body, muteHttpExceptions: true,
        headers: headersOf(idOf(response), body, properties.getProperty('GATEWAY_SECRET')),
      });
      var status = answer.getResponseCode();
      if (isKept(status, answer.getContentText())) return null;
      refusal = 'HTTP ' + status;
      if (status < 500 && status !== 429 && status !== 408) return refusal; // A setting is wrong: the same again would not help.
    } catch (unreachable) {
      refusal = String(unreachable);
    }
  }
  return refusal;
}

/** Only the gateway's own words count: a proxy or a parked address before it answers 200, 202 and 400 as well. */
function isKept(status, text) {
  try {
    var told = JSON.parse(text);
    return status === 202 ? Boolean(told.trackingNumber) : (status === 400 || status === 422) && KEPT.indexOf(told.code) >= 0;
  } catch (foreign) {
    return false;
  }
}

function headersOf(id, body, secret) {
  var time = Math.floor(Date.now() / 1000);
  var key = Utilities.base64Decode(secret.replace(/^whsec_/, ''));
  var signed = Utilities.newBlob(id + '.' + time + '.' + body).getBytes();
  return {
    'webhook-id': id, 'webhook-timestamp': String(time),
    'webhook-signature': 'v1,' + Utilities.base64Encode(Utilities.computeHmacSha256Signature(signed, key)),
  };
}

function payloadOf(response) {
  return {
    responseId: idOf(response), submittedAt: response.getTimestamp().toISOString(), email: response.getRespondentEmail() || undefined,
    answers: response.getItemResponses().map(function (item) {
      var type = String(item.getItem().getType());
      var value = item.getResponse();
      // Of a file only where it lies: the officer opens it in Drive, the gateway fetches nothing.
      if (type === 'FILE_UPLOAD') value = value.map(function (file) { return 'https://drive.google.com/open?id=' + file; });
      return { title: item.getItem().getTitle(), type: type, value: value };
    }),
  };
}

/** An answer that is changed later is sent as another one. */
function idOf(response) {
  return response.getId() + '-' + response.getTimestamp().getTime();
}

/** Marks of answers before which all were sent are needed no more; the room for them is small. */
function forget(properties) {
  var since = properties.getProperty('SINCE');
  var all = properties.getProperties();
  Object.keys(all).forEach(function (key) {
    if (key.indexOf('sent/') === 0 && all[key] < since) properties.deleteProperty(key);
  });
}
