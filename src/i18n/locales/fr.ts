import type { Locale } from '../Locale.ts';
import { createPeople, withVerb } from '../people.ts';
import { createPlural } from '../plural.ts';

const plural = /* @__PURE__ */ createPlural('fr');
const people = /* @__PURE__ */ createPeople('fr', {
  one: '# autre personne',
  many: '# d’autres personnes',
  other: '# autres personnes',
});
const several = withVerb(people);

const locale: Locale = {
  tag: 'fr',
  direction: 'ltr',
  messages: {
    'controls.label': 'Commandes de l’appel',
    'controls.microphone': 'Micro',
    'controls.microphoneOn': 'Activer le micro',
    'controls.microphoneOff': 'Couper le micro',
    'controls.camera': 'Caméra',
    'controls.cameraOn': 'Activer la caméra',
    'controls.cameraOff': 'Couper la caméra',
    'controls.speaker': 'Haut-parleur',
    'controls.screen': 'Partage d’écran',
    'controls.screenOn': 'Partager votre écran',
    'controls.screenOff': 'Arrêter le partage d’écran',
    'controls.leave': 'Quitter',
    'controls.notAllowed': 'Vous n’êtes pas autorisé à utiliser ceci ici.',
    'controls.censored': (reason) =>
      reason === ''
        ? 'La modération a désactivé ceci pour vous.'
        : `La modération a désactivé ceci pour vous : ${reason}`,

    'device.replaced': (lost, used) => `${lost} a été déconnecté. ${used} est utilisé à la place.`,
    'device.muted': 'Votre système ou un bouton de l’appareil le maintient désactivé.',

    'tile.unnamed': 'Invité',
    'tile.you': (name) => `${name} (vous)`,
    'tile.screen': (name) => `Écran de ${name}`,
    'tile.yourScreen': 'Votre écran',
    'tile.muted': 'Micro coupé',
    'tile.unmuted': 'Micro activé',
    'tile.speaking': 'En train de parler',
    'tile.reconnecting': 'Reconnexion…',
    'tile.reason.bandwidth': 'En pause, le réseau est lent',
    'tile.reason.censored': 'Désactivé par la modération',
    'tile.reason.frozen': 'L’image est figée',
    'tile.reason.permission': 'Vous ne pouvez pas voir ceci',

    'tile.pin': (name) => `Épingler ${name}`,
    'tile.handRaised': 'Main levée',
    'tile.reacted': (reaction) => `A réagi avec ${reaction}`,
    'tile.quality': (level) => `Qualité de la connexion : ${level} sur 5`,
    'tile.failed': 'ne peut pas s’afficher : une erreur s’est produite sur cette page.',
    'tile.retry': 'Réessayer',

    'grid.label': (count) =>
      plural(count, {
        one: '# personne dans la salle',
        many: '# de personnes dans la salle',
        other: '# personnes dans la salle',
      }),
    'grid.empty': 'Vous êtes seul ici',
    'grid.emptyHint': 'Les autres apparaîtront dès leur arrivée.',

    'stage.audience': (count) =>
      plural(count, { one: '# personne regarde', many: '# de personnes regardent', other: '# personnes regardent' }),

    'pagination.label': 'Pages de participants',
    'pagination.previous': 'Page précédente',
    'pagination.next': 'Page suivante',
    'pagination.page': (page, count) => `Page ${page} sur ${count}`,

    'selfView.label': 'Votre image : déplacez-la avec les flèches',

    'audio.unblock': 'Activer le son',

    'lazy.pending': 'Chargement…',
    'lazy.failed': 'Impossible d’afficher ceci. Réessayez ou rechargez la page.',
    'lazy.retry': 'Réessayer',

    'announce.joined': (names, others) => several(names, others, 'a rejoint l’appel', 'ont rejoint l’appel'),
    'announce.left': (names, others) => several(names, others, 'a quitté l’appel', 'ont quitté l’appel'),
    'announce.handRaised': (names, others) => several(names, others, 'lève la main', 'lèvent la main'),
    'announce.message': (name, text) => `${name} : ${text}`,
    'announce.messages': (count) =>
      plural(count, { one: '# nouveau message', many: '# de nouveaux messages', other: '# nouveaux messages' }),
    'announce.recordingStarted': 'L’enregistrement a commencé',
    'announce.recordingStopped': 'L’enregistrement est terminé',
    'announce.microphoneCensored': 'La modération a coupé votre micro',
    'announce.microphoneUncensored': 'Vous pouvez réactiver votre micro',
    'announce.cameraCensored': 'La modération a coupé votre caméra',
    'announce.cameraUncensored': 'Vous pouvez réactiver votre caméra',
    'announce.screenCensored': 'La modération a arrêté votre partage d’écran',
    'announce.screenUncensored': 'Vous pouvez de nouveau partager votre écran',

    'connection.connecting': 'Connexion…',
    'connection.reconnecting': 'Connexion perdue. Reconnexion…',
    'connection.joinAgain': 'Rejoindre à nouveau',
    'connection.left': 'Vous avez quitté l’appel',
    'connection.leftHint': 'Vous pouvez revenir à tout moment.',
    'connection.failed': 'Impossible de rejoindre l’appel',
    'connection.ended': 'L’appel est terminé pour vous',
    'disconnected.user_initiated': 'Vous avez quitté la salle.',
    'disconnected.network_error': 'La connexion a été perdue et n’a pas pu être rétablie. Vérifiez votre réseau.',
    'disconnected.timed_out': 'Le serveur n’a pas répondu à temps. Vérifiez votre réseau.',
    'disconnected.unauthorized': 'Votre accès a expiré. Demandez une nouvelle invitation.',
    'disconnected.forbidden': 'Vous n’avez pas accès à cette salle.',
    'disconnected.unknown': 'Une erreur s’est produite.',
    'disconnected.room_expired': 'La salle n’est plus ouverte.',
    'disconnected.kicked': 'La modération vous a exclu de la salle.',
    'disconnected.session_terminated': 'La modération a mis fin à l’appel pour tous.',

    'prejoin.label': 'Avant de rejoindre',
    'prejoin.heading': 'Prêt à rejoindre ?',
    'prejoin.preview': 'Votre caméra',
    'prejoin.cameraOff': 'Votre caméra est désactivée',
    'prejoin.name': 'Votre nom',
    'prejoin.nameMissing': 'Saisissez votre nom pour que les autres sachent qui vous êtes.',
    'prejoin.join': 'Rejoindre',
    'prejoin.joining': 'Connexion…',

    'error.token-invalid': 'Votre invitation n’est pas valable ici. Demandez-en une nouvelle.',
    'error.token-expired': 'Votre invitation a expiré. Demandez-en une nouvelle.',
    'error.token-wrong-room': 'Votre invitation concerne une autre salle.',
    'error.room-not-found': 'Cette salle n’existe pas. Vérifiez le lien.',
    'error.room-full': 'La salle est pleine. Réessayez lorsque quelqu’un sera parti.',
    'error.not-allowed': 'Vous n’êtes pas autorisé à faire ceci ici.',
    'error.joined-elsewhere':
      'Vous avez rejoint l’appel depuis un autre onglet ou appareil. Rejoignez-le à nouveau pour continuer ici.',
    'error.censored': 'La modération a désactivé ceci pour vous.',
    'error.kicked': 'La modération vous a exclu de cette salle.',
    'error.unreachable': 'Le serveur est injoignable. Vérifiez votre réseau et réessayez.',
    'error.timed-out': 'Le serveur n’a pas répondu à temps. Vérifiez votre réseau et réessayez.',
    'error.server-stopping': 'Le serveur redémarre. Réessayez dans un instant.',
    'error.protocol-mismatch': 'Cette page n’est plus à jour. Rechargez-la.',
    'error.capabilities-changed': 'Le serveur a changé. Rejoignez à nouveau l’appel.',
    'error.browser-unsupported':
      'Ce navigateur ne prend pas en charge les appels vidéo. Utilisez une version récente de Chrome, Edge, Firefox ou Safari.',
    'error.not-connected': 'Vous n’êtes pas dans la salle. Rejoignez-la d’abord.',
    'error.aborted': 'L’opération a été annulée.',
    'error.stream-exists': 'Ceci est déjà partagé.',
    'error.stream-not-found': 'Ceci n’est plus partagé.',
    'error.own-stream': 'C’est votre propre image.',
    'error.participant-not-found': 'Cette personne a quitté la salle.',
    'error.device-permission-denied':
      'Le navigateur ne l’autorise pas. Autorisez-le dans la barre d’adresse, puis réessayez.',
    'error.device-not-found': 'Aucun appareil de ce type trouvé. Branchez-en un, puis réessayez.',
    'error.device-in-use': 'Une autre application l’utilise. Fermez-la, puis réessayez.',
    'error.device-unsuitable': 'L’appareil ne peut pas faire ce qui est demandé. Choisissez-en un autre.',
    'error.device-failed': 'L’appareil n’a pas pu démarrer. Rebranchez-le, puis réessayez.',
    'error.device-dismissed': 'Rien n’a été choisi.',
    'error.message-too-large': 'Le message est trop long. Raccourcissez-le.',
    'error.bad-request': 'Le serveur n’a pas compris. Rechargez la page.',
    'error.too-many-requests': 'C’était trop souvent en peu de temps. Patientez un instant.',
    'error.not-available': 'Ce n’est pas encore disponible.',
    'error.internal': 'Une erreur s’est produite. Réessayez.',
  },
};
export default locale;
