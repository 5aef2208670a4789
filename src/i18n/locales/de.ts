import type { Locale } from '../Locale.ts';
import { createPeople, withVerb } from '../people.ts';
import { createPlural } from '../plural.ts';

const plural = /* @__PURE__ */ createPlural('de');
const people = /* @__PURE__ */ createPeople('de', { one: '# weitere Person', other: '# weitere Personen' });
const several = withVerb(people);

const locale: Locale = {
  tag: 'de',
  direction: 'ltr',
  messages: {
    'controls.label': 'Steuerung',
    'controls.microphone': 'Mikrofon',
    'controls.microphoneOn': 'Mikrofon einschalten',
    'controls.microphoneOff': 'Mikrofon ausschalten',
    'controls.camera': 'Kamera',
    'controls.cameraOn': 'Kamera einschalten',
    'controls.cameraOff': 'Kamera ausschalten',
    'controls.speaker': 'Lautsprecher',
    'controls.screen': 'Bildschirm teilen',
    'controls.screenOn': 'Bildschirm teilen',
    'controls.screenOff': 'Freigabe beenden',
    'controls.leave': 'Verlassen',
    'controls.notAllowed': 'Das ist Ihnen hier nicht erlaubt.',
    'controls.censored': (reason) =>
      reason === ''
        ? 'Die Moderation hat das für Sie ausgeschaltet.'
        : `Die Moderation hat das für Sie ausgeschaltet: ${reason}`,

    'device.replaced': (lost, used) => `${lost} wurde getrennt. Stattdessen wird ${used} verwendet.`,
    'device.muted': 'Ihr System oder ein Schalter am Gerät hält es ausgeschaltet.',

    'tile.unnamed': 'Gast',
    'tile.you': (name) => `${name} (Sie)`,
    'tile.screen': (name) => `Bildschirm von ${name}`,
    'tile.yourScreen': 'Ihr Bildschirm',
    'tile.muted': 'Stumm',
    'tile.unmuted': 'Mikrofon an',
    'tile.speaking': 'Spricht',
    'tile.reconnecting': 'Wird neu verbunden …',
    'tile.reason.bandwidth': 'Angehalten, das Netz ist langsam',
    'tile.reason.censored': 'Von der Moderation ausgeschaltet',
    'tile.reason.frozen': 'Das Bild hängt',
    'tile.reason.permission': 'Für Sie nicht freigegeben',

    'tile.pin': (name) => `${name} anheften`,
    'tile.handRaised': 'Hand gehoben',
    'tile.reacted': (reaction) => `Hat mit ${reaction} reagiert`,
    'tile.quality': (level) => `Verbindungsqualität: ${level} von 5`,
    'tile.failed': 'kann nicht angezeigt werden: Auf dieser Seite ist etwas schiefgegangen.',
    'tile.retry': 'Erneut versuchen',

    'grid.label': (count) => plural(count, { one: '# Person im Raum', other: '# Personen im Raum' }),
    'grid.empty': 'Außer Ihnen ist niemand hier',
    'grid.emptyHint': 'Andere erscheinen, sobald sie beitreten.',

    'stage.audience': (count) => plural(count, { one: '# Person sieht zu', other: '# Personen sehen zu' }),

    'pagination.label': 'Seiten mit Personen',
    'pagination.previous': 'Vorherige Seite',
    'pagination.next': 'Nächste Seite',
    'pagination.page': (page, count) => `Seite ${page} von ${count}`,

    'selfView.label': 'Ihr Bild: Mit den Pfeiltasten verschieben',

    'audio.unblock': 'Ton einschalten',

    'lazy.pending': 'Wird geladen …',
    'lazy.failed': 'Das konnte nicht angezeigt werden. Versuchen Sie es erneut, oder laden Sie die Seite neu.',
    'lazy.retry': 'Erneut versuchen',

    'announce.joined': (names, others) => several(names, others, 'ist beigetreten', 'sind beigetreten'),
    'announce.left': (names, others) => several(names, others, 'ist gegangen', 'sind gegangen'),
    'announce.handRaised': (names, others) => several(names, others, 'hebt die Hand', 'heben die Hand'),
    'announce.message': (name, text) => `${name}: ${text}`,
    'announce.messages': (count) => plural(count, { one: '# neue Nachricht', other: '# neue Nachrichten' }),
    'announce.recordingStarted': 'Die Aufzeichnung läuft',
    'announce.recordingStopped': 'Die Aufzeichnung ist beendet',
    'announce.microphoneCensored': 'Die Moderation hat Ihr Mikrofon ausgeschaltet',
    'announce.microphoneUncensored': 'Sie können Ihr Mikrofon wieder einschalten',
    'announce.cameraCensored': 'Die Moderation hat Ihre Kamera ausgeschaltet',
    'announce.cameraUncensored': 'Sie können Ihre Kamera wieder einschalten',
    'announce.screenCensored': 'Die Moderation hat Ihre Bildschirmfreigabe beendet',
    'announce.screenUncensored': 'Sie können Ihren Bildschirm wieder teilen',

    'connection.connecting': 'Beitritt …',
    'connection.reconnecting': 'Verbindung verloren. Wird wiederhergestellt …',
    'connection.joinAgain': 'Erneut beitreten',
    'connection.left': 'Sie haben den Raum verlassen',
    'connection.leftHint': 'Sie können jederzeit zurückkehren.',
    'connection.failed': 'Beitritt nicht möglich',
    'connection.ended': 'Der Anruf ist für Sie beendet',
    'disconnected.user_initiated': 'Sie haben den Raum verlassen.',
    'disconnected.network_error':
      'Die Verbindung ging verloren und ließ sich nicht wiederherstellen. Prüfen Sie Ihr Netzwerk.',
    'disconnected.timed_out': 'Der Server hat nicht rechtzeitig geantwortet. Prüfen Sie Ihr Netzwerk.',
    'disconnected.unauthorized': 'Ihr Zugang ist abgelaufen. Bitten Sie um eine neue Einladung.',
    'disconnected.forbidden': 'Sie haben keinen Zutritt zu diesem Raum.',
    'disconnected.unknown': 'Etwas ist schiefgegangen.',
    'disconnected.room_expired': 'Der Raum ist nicht mehr geöffnet.',
    'disconnected.kicked': 'Die Moderation hat Sie aus dem Raum entfernt.',
    'disconnected.session_terminated': 'Die Moderation hat den Anruf für alle beendet.',

    'prejoin.label': 'Vor dem Beitritt',
    'prejoin.heading': 'Bereit?',
    'prejoin.preview': 'Ihre Kamera',
    'prejoin.cameraOff': 'Ihre Kamera ist aus',
    'prejoin.name': 'Ihr Name',
    'prejoin.nameMissing': 'Geben Sie Ihren Namen ein, damit andere wissen, wer Sie sind.',
    'prejoin.join': 'Beitreten',
    'prejoin.joining': 'Beitritt …',

    'error.token-invalid': 'Ihre Einladung gilt hier nicht. Bitten Sie um eine neue.',
    'error.token-expired': 'Ihre Einladung ist abgelaufen. Bitten Sie um eine neue.',
    'error.token-wrong-room': 'Ihre Einladung gilt für einen anderen Raum.',
    'error.room-not-found': 'Diesen Raum gibt es nicht. Prüfen Sie den Link.',
    'error.room-full': 'Der Raum ist voll. Versuchen Sie es erneut, wenn jemand gegangen ist.',
    'error.not-allowed': 'Das ist Ihnen hier nicht erlaubt.',
    'error.joined-elsewhere':
      'Sie sind in einem anderen Tab oder auf einem anderen Gerät beigetreten. Treten Sie erneut bei, um hier weiterzumachen.',
    'error.censored': 'Die Moderation hat das für Sie ausgeschaltet.',
    'error.kicked': 'Die Moderation hat Sie aus diesem Raum entfernt.',
    'error.unreachable': 'Der Server ist nicht erreichbar. Prüfen Sie Ihr Netzwerk und versuchen Sie es erneut.',
    'error.timed-out':
      'Der Server hat nicht rechtzeitig geantwortet. Prüfen Sie Ihr Netzwerk und versuchen Sie es erneut.',
    'error.server-stopping': 'Der Server wird neu gestartet. Versuchen Sie es gleich noch einmal.',
    'error.protocol-mismatch': 'Diese Seite ist veraltet. Laden Sie sie neu.',
    'error.capabilities-changed': 'Der Server hat sich geändert. Treten Sie erneut bei.',
    'error.browser-unsupported':
      'Dieser Browser unterstützt keine Videoanrufe. Verwenden Sie ein aktuelles Chrome, Edge, Firefox oder Safari.',
    'error.not-connected': 'Sie sind nicht im Raum. Treten Sie zuerst bei.',
    'error.aborted': 'Der Vorgang wurde abgebrochen.',
    'error.stream-exists': 'Das wird bereits geteilt.',
    'error.stream-not-found': 'Das wird nicht mehr geteilt.',
    'error.own-stream': 'Das ist Ihr eigenes Bild.',
    'error.participant-not-found': 'Diese Person hat den Raum verlassen.',
    'error.device-permission-denied':
      'Der Browser erlaubt es nicht. Erlauben Sie es in der Adressleiste und versuchen Sie es erneut.',
    'error.device-not-found': 'Kein solches Gerät gefunden. Schließen Sie eines an und versuchen Sie es erneut.',
    'error.device-in-use':
      'Eine andere Anwendung verwendet es gerade. Schließen Sie diese und versuchen Sie es erneut.',
    'error.device-unsuitable': 'Das Gerät kann nicht, was verlangt wurde. Wählen Sie ein anderes.',
    'error.device-failed': 'Das Gerät ließ sich nicht starten. Schließen Sie es neu an und versuchen Sie es erneut.',
    'error.device-dismissed': 'Es wurde nichts ausgewählt.',
    'error.message-too-large': 'Die Nachricht ist zu lang. Kürzen Sie sie.',
    'error.bad-request': 'Der Server hat die Anfrage nicht verstanden. Laden Sie die Seite neu.',
    'error.too-many-requests': 'Das war zu oft in kurzer Zeit. Warten Sie einen Moment.',
    'error.not-available': 'Das ist noch nicht verfügbar.',
    'error.internal': 'Etwas ist schiefgegangen. Versuchen Sie es erneut.',
  },
};
export default locale;
