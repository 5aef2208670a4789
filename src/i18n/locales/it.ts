import type { Locale } from '../Locale.ts';
import { createPeople, withVerb } from '../people.ts';
import { createPlural } from '../plural.ts';

const plural = /* @__PURE__ */ createPlural('it');
const people = /* @__PURE__ */ createPeople('it', {
  one: '# altra persona',
  many: '# di altre persone',
  other: 'altre # persone',
});
const several = withVerb(people);

const locale: Locale = {
  tag: 'it',
  direction: 'ltr',
  messages: {
    'controls.label': 'Controlli della chiamata',
    'controls.microphone': 'Microfono',
    'controls.microphoneOn': 'Attiva il microfono',
    'controls.microphoneOff': 'Disattiva il microfono',
    'controls.camera': 'Videocamera',
    'controls.cameraOn': 'Attiva la videocamera',
    'controls.cameraOff': 'Disattiva la videocamera',
    'controls.speaker': 'Altoparlante',
    'controls.screen': 'Condividi schermo',
    'controls.screenOn': 'Condividi il tuo schermo',
    'controls.screenOff': 'Interrompi la condivisione',
    'controls.leave': 'Esci',
    'controls.notAllowed': 'Non hai il permesso di usarlo qui.',
    'controls.censored': (reason) =>
      reason === '' ? 'Un moderatore l’ha disattivato per te.' : `Un moderatore l’ha disattivato per te: ${reason}`,

    'device.replaced': (lost, used) => `${lost} è stato scollegato. Ora si usa ${used}.`,
    'device.muted': 'Il sistema o un interruttore sul dispositivo lo tiene spento.',

    'tile.unnamed': 'Ospite',
    'tile.you': (name) => `${name} (tu)`,
    'tile.screen': (name) => `Schermo di ${name}`,
    'tile.yourScreen': 'Il tuo schermo',
    'tile.muted': 'Microfono disattivato',
    'tile.unmuted': 'Microfono attivo',
    'tile.speaking': 'Sta parlando',
    'tile.reconnecting': 'Riconnessione…',
    'tile.reason.bandwidth': 'In pausa, la rete è lenta',
    'tile.reason.censored': 'Disattivato da un moderatore',
    'tile.reason.frozen': 'L’immagine è bloccata',
    'tile.reason.permission': 'Non puoi vedere questo contenuto',

    'tile.pin': (name) => `Fissa ${name}`,
    'tile.handRaised': 'Mano alzata',
    'tile.reacted': (reaction) => `Ha reagito con ${reaction}`,
    'tile.quality': (level) => `Qualità della connessione: ${level} su 5`,
    'tile.failed': 'non può essere mostrato: qualcosa è andato storto in questa pagina.',
    'tile.retry': 'Riprova',

    'grid.label': (count) =>
      plural(count, {
        one: '# persona nella stanza',
        many: '# di persone nella stanza',
        other: '# persone nella stanza',
      }),
    'grid.empty': 'Ci sei solo tu',
    'grid.emptyHint': 'Gli altri appariranno appena entrano.',

    'stage.audience': (count) =>
      plural(count, {
        one: '# persona sta guardando',
        many: '# di persone stanno guardando',
        other: '# persone stanno guardando',
      }),

    'pagination.label': 'Pagine di persone',
    'pagination.previous': 'Pagina precedente',
    'pagination.next': 'Pagina successiva',
    'pagination.page': (page, count) => `Pagina ${page} di ${count}`,

    'selfView.label': 'La tua immagine: spostala con i tasti freccia',

    'audio.unblock': 'Attiva l’audio',

    'lazy.pending': 'Caricamento…',
    'lazy.failed': 'Impossibile mostrare questa parte. Riprova o ricarica la pagina.',
    'lazy.retry': 'Riprova',

    'announce.joined': (names, others) =>
      several(names, others, 'partecipa alla chiamata', 'partecipano alla chiamata'),
    'announce.left': (names, others) => several(names, others, 'ha lasciato la chiamata', 'hanno lasciato la chiamata'),
    'announce.handRaised': (names, others) => several(names, others, 'ha alzato la mano', 'hanno alzato la mano'),
    'announce.message': (name, text) => `${name}: ${text}`,
    'announce.messages': (count) =>
      plural(count, { one: '# nuovo messaggio', many: '# di nuovi messaggi', other: '# nuovi messaggi' }),
    'announce.recordingStarted': 'Registrazione avviata',
    'announce.recordingStopped': 'Registrazione terminata',
    'announce.microphoneCensored': 'Un moderatore ha disattivato il tuo microfono',
    'announce.microphoneUncensored': 'Puoi riattivare il microfono',
    'announce.cameraCensored': 'Un moderatore ha disattivato la tua videocamera',
    'announce.cameraUncensored': 'Puoi riattivare la videocamera',
    'announce.screenCensored': 'Un moderatore ha interrotto la condivisione del tuo schermo',
    'announce.screenUncensored': 'Puoi di nuovo condividere lo schermo',

    'connection.connecting': 'Accesso in corso…',
    'connection.reconnecting': 'Connessione persa. Riconnessione…',
    'connection.joinAgain': 'Rientra',
    'connection.left': 'Hai lasciato la chiamata',
    'connection.leftHint': 'Puoi tornare quando vuoi.',
    'connection.failed': 'Impossibile partecipare',
    'connection.ended': 'Per te la chiamata è terminata',
    'disconnected.user_initiated': 'Hai lasciato la stanza.',
    'disconnected.network_error': 'La connessione è caduta e non è stato possibile ripristinarla. Controlla la rete.',
    'disconnected.timed_out': 'Il server non ha risposto in tempo. Controlla la rete.',
    'disconnected.unauthorized': 'Il tuo accesso è scaduto. Chiedi un nuovo invito.',
    'disconnected.forbidden': 'Non hai accesso a questa stanza.',
    'disconnected.unknown': 'Qualcosa è andato storto.',
    'disconnected.room_expired': 'La stanza non è più aperta.',
    'disconnected.kicked': 'Un moderatore ti ha rimosso dalla stanza.',
    'disconnected.session_terminated': 'Un moderatore ha terminato la chiamata per tutti.',

    'prejoin.label': 'Prima di partecipare',
    'prejoin.heading': 'Tutto pronto?',
    'prejoin.preview': 'La tua videocamera',
    'prejoin.cameraOff': 'La tua videocamera è spenta',
    'prejoin.name': 'Il tuo nome',
    'prejoin.nameMissing': 'Inserisci il tuo nome, così gli altri sanno chi sei.',
    'prejoin.join': 'Partecipa',
    'prejoin.joining': 'Accesso in corso…',

    'error.token-invalid': 'Il tuo invito non è valido qui. Chiedine uno nuovo.',
    'error.token-expired': 'Il tuo invito è scaduto. Chiedine uno nuovo.',
    'error.token-wrong-room': 'Il tuo invito è per un’altra stanza.',
    'error.room-not-found': 'Questa stanza non esiste. Controlla il link.',
    'error.room-full': 'La stanza è piena. Riprova quando qualcuno sarà uscito.',
    'error.not-allowed': 'Non hai il permesso di farlo qui.',
    'error.joined-elsewhere': 'Partecipi da un’altra scheda o un altro dispositivo. Rientra per continuare qui.',
    'error.censored': 'Un moderatore l’ha disattivato per te.',
    'error.kicked': 'Un moderatore ti ha rimosso da questa stanza.',
    'error.unreachable': 'Il server non è raggiungibile. Controlla la rete e riprova.',
    'error.timed-out': 'Il server non ha risposto in tempo. Controlla la rete e riprova.',
    'error.server-stopping': 'Il server si sta riavviando. Riprova tra un momento.',
    'error.protocol-mismatch': 'Questa pagina non è aggiornata. Ricaricala.',
    'error.capabilities-changed': 'Il server è cambiato. Rientra.',
    'error.browser-unsupported':
      'Questo browser non supporta le videochiamate. Usa una versione recente di Chrome, Edge, Firefox o Safari.',
    'error.not-connected': 'Non sei nella stanza. Prima partecipa.',
    'error.aborted': 'Operazione annullata.',
    'error.stream-exists': 'È già condiviso.',
    'error.stream-not-found': 'Non è più condiviso.',
    'error.own-stream': 'Questa è la tua immagine.',
    'error.participant-not-found': 'Questa persona ha lasciato la stanza.',
    'error.device-permission-denied':
      'Il browser non lo consente. Consentilo nella barra degli indirizzi, poi riprova.',
    'error.device-not-found': 'Nessun dispositivo trovato. Collegane uno, poi riprova.',
    'error.device-in-use': 'Un’altra applicazione lo sta usando. Chiudila, poi riprova.',
    'error.device-unsuitable': 'Il dispositivo non può fare ciò che è richiesto. Scegline un altro.',
    'error.device-failed': 'Impossibile avviare il dispositivo. Ricollegalo, poi riprova.',
    'error.device-dismissed': 'Non è stato scelto nulla.',
    'error.message-too-large': 'Il messaggio è troppo lungo. Accorcialo.',
    'error.bad-request': 'Il server non ha capito. Ricarica la pagina.',
    'error.too-many-requests': 'Troppe volte in poco tempo. Attendi un momento.',
    'error.not-available': 'Non è ancora disponibile.',
    'error.internal': 'Qualcosa è andato storto. Riprova.',
  },
};
export default locale;
