import type { Locale } from '../Locale.ts';
import { createPeople, withVerb } from '../people.ts';
import { createPlural } from '../plural.ts';

const plural = /* @__PURE__ */ createPlural('uk');
const people = /* @__PURE__ */ createPeople('uk', {
  one: 'ще # особа',
  few: 'ще # особи',
  many: 'ще # осіб',
  other: 'ще # особи',
});
const several = withVerb(people);

const locale: Locale = {
  tag: 'uk',
  direction: 'ltr',
  messages: {
    'controls.label': 'Керування дзвінком',
    'controls.microphone': 'Мікрофон',
    'controls.microphoneOn': 'Увімкнути мікрофон',
    'controls.microphoneOff': 'Вимкнути мікрофон',
    'controls.camera': 'Камера',
    'controls.cameraOn': 'Увімкнути камеру',
    'controls.cameraOff': 'Вимкнути камеру',
    'controls.speaker': 'Динамік',
    'controls.screen': 'Показати екран',
    'controls.screenOn': 'Показати свій екран',
    'controls.screenOff': 'Припинити показ екрана',
    'controls.leave': 'Вийти',
    'controls.notAllowed': 'Вам тут це не дозволено.',
    'controls.censored': (reason) =>
      reason === '' ? 'Модератор вимкнув це для вас.' : `Модератор вимкнув це для вас: ${reason}`,

    'device.replaced': (lost, used) => `Від’єднано: ${lost}. Тепер використовується ${used}.`,
    'device.muted': 'Система або перемикач на пристрої тримає його вимкненим.',

    'tile.unnamed': 'Гість',
    'tile.you': (name) => `${name} (ви)`,
    'tile.screen': (name) => `Екран: ${name}`,
    'tile.yourScreen': 'Ваш екран',
    'tile.muted': 'Мікрофон вимкнено',
    'tile.unmuted': 'Мікрофон увімкнено',
    'tile.speaking': 'Говорить',
    'tile.reconnecting': 'Повторне з’єднання…',
    'tile.reason.bandwidth': 'Призупинено, мережа повільна',
    'tile.reason.censored': 'Вимкнув модератор',
    'tile.reason.frozen': 'Зображення зависло',
    'tile.reason.permission': 'Вам не можна це переглядати',

    'tile.pin': (name) => `Закріпити: ${name}`,
    'tile.handRaised': 'Піднята рука',
    'tile.reacted': (reaction) => `Реакція: ${reaction}`,
    'tile.quality': (level) => `Якість з’єднання: ${level} з 5`,
    'tile.failed': '– неможливо показати: на цій сторінці щось пішло не так.',
    'tile.retry': 'Спробувати знову',

    'grid.label': (count) =>
      plural(count, {
        one: '# особа в кімнаті',
        few: '# особи в кімнаті',
        many: '# осіб у кімнаті',
        other: '# особи в кімнаті',
      }),
    'grid.empty': 'Крім вас, тут нікого немає',
    'grid.emptyHint': 'Інші з’являться, щойно приєднаються.',

    'stage.audience': (count) =>
      plural(count, {
        one: 'Дивиться # особа',
        few: 'Дивляться # особи',
        many: 'Дивляться # осіб',
        other: 'Дивиться # особи',
      }),

    'pagination.label': 'Сторінки учасників',
    'pagination.previous': 'Попередня сторінка',
    'pagination.next': 'Наступна сторінка',
    'pagination.page': (page, count) => `Сторінка ${page} з ${count}`,

    'selfView.label': 'Ваше зображення: пересувайте його клавішами зі стрілками',

    'audio.unblock': 'Увімкнути звук',

    'lazy.pending': 'Завантаження…',
    'lazy.failed': 'Не вдалося це показати. Спробуйте знову або перезавантажте сторінку.',
    'lazy.retry': 'Спробувати знову',

    'announce.joined': (names, others) => several(names, others, 'приєднується', 'приєднуються'),
    'announce.left': (names, others) => several(names, others, 'виходить', 'виходять'),
    'announce.handRaised': (names, others) => several(names, others, 'піднімає руку', 'піднімають руку'),
    'announce.message': (name, text) => `${name}: ${text}`,
    'announce.messages': (count) =>
      plural(count, {
        one: '# нове повідомлення',
        few: '# нові повідомлення',
        many: '# нових повідомлень',
        other: '# нового повідомлення',
      }),
    'announce.recordingStarted': 'Запис розпочато',
    'announce.recordingStopped': 'Запис завершено',
    'announce.microphoneCensored': 'Модератор вимкнув ваш мікрофон',
    'announce.microphoneUncensored': 'Ви знову можете ввімкнути мікрофон',
    'announce.cameraCensored': 'Модератор вимкнув вашу камеру',
    'announce.cameraUncensored': 'Ви знову можете ввімкнути камеру',
    'announce.screenCensored': 'Модератор зупинив показ вашого екрана',
    'announce.screenUncensored': 'Ви знову можете показати екран',

    'connection.connecting': 'Приєднання…',
    'connection.reconnecting': 'З’єднання втрачено. Відновлюємо…',
    'connection.joinAgain': 'Приєднатися знову',
    'connection.left': 'Ви вийшли',
    'connection.leftHint': 'Можете повернутися будь-коли.',
    'connection.failed': 'Не вдалося приєднатися',
    'connection.ended': 'Для вас дзвінок завершено',
    'disconnected.user_initiated': 'Ви вийшли з кімнати.',
    'disconnected.network_error': 'З’єднання втрачено, відновити його не вдалося. Перевірте мережу.',
    'disconnected.timed_out': 'Сервер не відповів вчасно. Перевірте мережу.',
    'disconnected.unauthorized': 'Термін вашого доступу минув. Попросіть нове запрошення.',
    'disconnected.forbidden': 'У вас немає доступу до цієї кімнати.',
    'disconnected.unknown': 'Щось пішло не так.',
    'disconnected.room_expired': 'Кімнату вже закрито.',
    'disconnected.kicked': 'Модератор вилучив вас із кімнати.',
    'disconnected.session_terminated': 'Модератор завершив дзвінок для всіх.',

    'prejoin.label': 'Перед приєднанням',
    'prejoin.heading': 'Готові приєднатися?',
    'prejoin.preview': 'Ваша камера',
    'prejoin.cameraOff': 'Вашу камеру вимкнено',
    'prejoin.name': 'Ваше ім’я',
    'prejoin.nameMissing': 'Введіть своє ім’я, щоб інші знали, хто ви.',
    'prejoin.join': 'Приєднатися',
    'prejoin.joining': 'Приєднання…',

    'error.token-invalid': 'Ваше запрошення тут недійсне. Попросіть нове.',
    'error.token-expired': 'Термін дії вашого запрошення минув. Попросіть нове.',
    'error.token-wrong-room': 'Ваше запрошення — до іншої кімнати.',
    'error.room-not-found': 'Такої кімнати немає. Перевірте посилання.',
    'error.room-full': 'Кімната заповнена. Спробуйте знову, коли хтось вийде.',
    'error.not-allowed': 'Вам тут це не дозволено.',
    'error.joined-elsewhere': 'Ви приєдналися з іншої вкладки чи пристрою. Приєднайтеся знову, щоб продовжити тут.',
    'error.censored': 'Модератор вимкнув це для вас.',
    'error.kicked': 'Модератор вилучив вас із цієї кімнати.',
    'error.unreachable': 'Сервер недоступний. Перевірте мережу та спробуйте знову.',
    'error.timed-out': 'Сервер не відповів вчасно. Перевірте мережу та спробуйте знову.',
    'error.server-stopping': 'Сервер перезапускається. Спробуйте за мить.',
    'error.protocol-mismatch': 'Ця сторінка застаріла. Оновіть її.',
    'error.capabilities-changed': 'Сервер змінився. Приєднайтеся знову.',
    'error.browser-unsupported':
      'Цей браузер не підтримує відеодзвінки. Скористайтеся сучасним Chrome, Edge, Firefox або Safari.',
    'error.not-connected': 'Ви не в кімнаті. Спершу приєднайтеся.',
    'error.aborted': 'Дію скасовано.',
    'error.stream-exists': 'Це вже показують.',
    'error.stream-not-found': 'Це вже не показують.',
    'error.own-stream': 'Це ваше власне зображення.',
    'error.participant-not-found': 'Ця особа вийшла з кімнати.',
    'error.device-permission-denied': 'Браузер цього не дозволяє. Надайте дозвіл в адресному рядку та спробуйте знову.',
    'error.device-not-found': 'Такого пристрою не знайдено. Під’єднайте його та спробуйте знову.',
    'error.device-in-use': 'Його використовує інша програма. Закрийте її та спробуйте знову.',
    'error.device-unsuitable': 'Пристрій цього не вміє. Виберіть інший.',
    'error.device-failed': 'Не вдалося запустити пристрій. Під’єднайте його ще раз і спробуйте знову.',
    'error.device-dismissed': 'Нічого не вибрано.',
    'error.message-too-large': 'Повідомлення задовге. Скоротіть його.',
    'error.bad-request': 'Сервер не зрозумів запит. Оновіть сторінку.',
    'error.too-many-requests': 'Забагато спроб за короткий час. Зачекайте трохи.',
    'error.not-available': 'Це ще недоступно.',
    'error.internal': 'Щось пішло не так. Спробуйте знову.',
  },
};
export default locale;
