import type { Locale } from '../Locale.ts';
import { createPeople, withVerb } from '../people.ts';
import { createPlural } from '../plural.ts';

const plural = /* @__PURE__ */ createPlural('es');
const people = /* @__PURE__ */ createPeople('es', {
  one: '# persona más',
  many: '# de personas más',
  other: '# personas más',
});
const several = withVerb(people);

const locale: Locale = {
  tag: 'es',
  direction: 'ltr',
  messages: {
    'controls.label': 'Controles de la llamada',
    'controls.microphone': 'Micrófono',
    'controls.microphoneOn': 'Activar el micrófono',
    'controls.microphoneOff': 'Silenciar el micrófono',
    'controls.camera': 'Cámara',
    'controls.cameraOn': 'Activar la cámara',
    'controls.cameraOff': 'Apagar la cámara',
    'controls.speaker': 'Altavoz',
    'controls.screen': 'Compartir pantalla',
    'controls.screenOn': 'Compartir tu pantalla',
    'controls.screenOff': 'Dejar de compartir la pantalla',
    'controls.leave': 'Salir',
    'controls.notAllowed': 'No tienes permiso para usar esto aquí.',
    'controls.censored': (reason) =>
      reason === '' ? 'La moderación te ha desactivado esto.' : `La moderación te ha desactivado esto: ${reason}`,

    'device.replaced': (lost, used) => `${lost} se ha desconectado. Ahora se usa ${used}.`,
    'device.muted': 'Tu sistema o un interruptor del dispositivo lo mantiene apagado.',

    'tile.unnamed': 'Invitado',
    'tile.you': (name) => `${name} (tú)`,
    'tile.screen': (name) => `Pantalla de ${name}`,
    'tile.yourScreen': 'Tu pantalla',
    'tile.muted': 'Silenciado',
    'tile.unmuted': 'Micrófono activado',
    'tile.speaking': 'Hablando',
    'tile.reconnecting': 'Reconectando…',
    'tile.reason.bandwidth': 'En pausa, la red va lenta',
    'tile.reason.censored': 'Desactivado por la moderación',
    'tile.reason.frozen': 'La imagen se ha congelado',
    'tile.reason.permission': 'No puedes ver esto',

    'tile.pin': (name) => `Fijar a ${name}`,
    'tile.handRaised': 'Mano levantada',
    'tile.reacted': (reaction) => `Ha reaccionado con ${reaction}`,
    'tile.quality': (level) => `Calidad de la conexión: ${level} de 5`,
    'tile.failed': 'no se puede mostrar: algo ha salido mal en esta página.',
    'tile.retry': 'Reintentar',

    'grid.label': (count) =>
      plural(count, {
        one: '# persona en la sala',
        many: '# de personas en la sala',
        other: '# personas en la sala',
      }),
    'grid.empty': 'No hay nadie más aquí',
    'grid.emptyHint': 'Los demás aparecerán en cuanto se unan.',

    'stage.audience': (count) =>
      plural(count, {
        one: '# persona está mirando',
        many: '# de personas están mirando',
        other: '# personas están mirando',
      }),

    'pagination.label': 'Páginas de personas',
    'pagination.previous': 'Página anterior',
    'pagination.next': 'Página siguiente',
    'pagination.page': (page, count) => `Página ${page} de ${count}`,

    'selfView.label': 'Tu imagen: muévela con las flechas',

    'audio.unblock': 'Activar el sonido',

    'lazy.pending': 'Cargando…',
    'lazy.failed': 'No se ha podido mostrar. Inténtelo de nuevo o recargue la página.',
    'lazy.retry': 'Reintentar',

    'announce.joined': (names, others) => several(names, others, 'se ha unido', 'se han unido'),
    'announce.left': (names, others) => several(names, others, 'ha salido', 'han salido'),
    'announce.handRaised': (names, others) => several(names, others, 'ha levantado la mano', 'han levantado la mano'),
    'announce.message': (name, text) => `${name}: ${text}`,
    'announce.messages': (count) =>
      plural(count, { one: '# mensaje nuevo', many: '# de mensajes nuevos', other: '# mensajes nuevos' }),
    'announce.recordingStarted': 'La grabación ha comenzado',
    'announce.recordingStopped': 'La grabación ha terminado',
    'announce.microphoneCensored': 'La moderación ha silenciado tu micrófono',
    'announce.microphoneUncensored': 'Ya puedes volver a activar el micrófono',
    'announce.cameraCensored': 'La moderación ha apagado tu cámara',
    'announce.cameraUncensored': 'Ya puedes volver a activar la cámara',
    'announce.screenCensored': 'La moderación ha detenido tu pantalla compartida',
    'announce.screenUncensored': 'Ya puedes volver a compartir la pantalla',

    'connection.connecting': 'Entrando…',
    'connection.reconnecting': 'Se perdió la conexión. Reconectando…',
    'connection.joinAgain': 'Volver a entrar',
    'connection.left': 'Has salido',
    'connection.leftHint': 'Puedes volver cuando quieras.',
    'connection.failed': 'No has podido entrar',
    'connection.ended': 'La llamada ha terminado para ti',
    'disconnected.user_initiated': 'Has salido de la sala.',
    'disconnected.network_error': 'Se perdió la conexión y no se pudo restablecer. Comprueba tu red.',
    'disconnected.timed_out': 'El servidor no respondió a tiempo. Comprueba tu red.',
    'disconnected.unauthorized': 'Tu acceso ha caducado. Pide una nueva invitación.',
    'disconnected.forbidden': 'No tienes acceso a esta sala.',
    'disconnected.unknown': 'Algo ha salido mal.',
    'disconnected.room_expired': 'La sala ya no está abierta.',
    'disconnected.kicked': 'La moderación te ha expulsado de la sala.',
    'disconnected.session_terminated': 'La moderación ha finalizado la llamada para todos.',

    'prejoin.label': 'Antes de entrar',
    'prejoin.heading': '¿Todo listo para entrar?',
    'prejoin.preview': 'Tu cámara',
    'prejoin.cameraOff': 'Tu cámara está apagada',
    'prejoin.name': 'Tu nombre',
    'prejoin.nameMissing': 'Escribe tu nombre para que los demás sepan quién eres.',
    'prejoin.join': 'Entrar',
    'prejoin.joining': 'Entrando…',

    'error.token-invalid': 'Tu invitación no es válida aquí. Pide una nueva.',
    'error.token-expired': 'Tu invitación ha caducado. Pide una nueva.',
    'error.token-wrong-room': 'Tu invitación es para otra sala.',
    'error.room-not-found': 'Esta sala no existe. Comprueba el enlace.',
    'error.room-full': 'La sala está llena. Inténtalo de nuevo cuando alguien haya salido.',
    'error.not-allowed': 'No tienes permiso para hacer esto aquí.',
    'error.joined-elsewhere': 'Has entrado desde otra pestaña u otro dispositivo. Vuelve a entrar para seguir aquí.',
    'error.censored': 'La moderación te ha desactivado esto.',
    'error.kicked': 'La moderación te ha expulsado de esta sala.',
    'error.unreachable': 'No se puede acceder al servidor. Comprueba tu red e inténtalo de nuevo.',
    'error.timed-out': 'El servidor no respondió a tiempo. Comprueba tu red e inténtalo de nuevo.',
    'error.server-stopping': 'El servidor se está reiniciando. Inténtalo de nuevo en un momento.',
    'error.protocol-mismatch': 'Esta página está desactualizada. Recárgala.',
    'error.capabilities-changed': 'El servidor ha cambiado. Vuelve a entrar.',
    'error.browser-unsupported':
      'Este navegador no admite videollamadas. Usa una versión actual de Chrome, Edge, Firefox o Safari.',
    'error.not-connected': 'No estás en la sala. Entra primero.',
    'error.aborted': 'Se ha cancelado.',
    'error.stream-exists': 'Esto ya se está compartiendo.',
    'error.stream-not-found': 'Esto ya no se comparte.',
    'error.own-stream': 'Esta es tu propia imagen.',
    'error.participant-not-found': 'Esta persona ha salido de la sala.',
    'error.device-permission-denied':
      'El navegador no lo permite. Permítelo en la barra de direcciones e inténtalo de nuevo.',
    'error.device-not-found': 'No se ha encontrado ningún dispositivo. Conecta uno e inténtalo de nuevo.',
    'error.device-in-use': 'Otra aplicación lo está usando. Ciérrala e inténtalo de nuevo.',
    'error.device-unsuitable': 'El dispositivo no puede hacer lo que se le pide. Elige otro.',
    'error.device-failed': 'No se ha podido iniciar el dispositivo. Vuelve a conectarlo e inténtalo de nuevo.',
    'error.device-dismissed': 'No se ha elegido nada.',
    'error.message-too-large': 'El mensaje es demasiado largo. Acórtalo.',
    'error.bad-request': 'El servidor no lo ha entendido. Recarga la página.',
    'error.too-many-requests': 'Demasiadas veces en poco tiempo. Espera un momento.',
    'error.not-available': 'Todavía no está disponible.',
    'error.internal': 'Algo ha salido mal. Inténtalo de nuevo.',
  },
};
export default locale;
