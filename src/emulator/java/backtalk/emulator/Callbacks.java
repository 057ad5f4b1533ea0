package backtalk.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** Holds the pressed buttons; each can be answered once and in time. Callers hold the monitor. */
final class Callbacks {
  /** Estimates Telegram's limit, which is not documented. */
  private static final Duration USUAL_LIFE = Duration.ofSeconds(15);

  private static final String TOO_OLD =
      "query is too old and response timeout expired or query ID is invalid";

  private final TelegramState state;
  private final TreeMap<Long, Callback> all = new TreeMap<>();
  private Duration life = USUAL_LIFE;
  private long last = 4_000_000_000_000_000L;

  Callbacks(TelegramState state) {
    this.state = state;
  }

  Callback press(Callback.Place place, String data) {
    String id = Long.toString(++last);
    Callback pressed = new Callback(id, place, data, Instant.now(), false, null, false);
    all.put(last, pressed);
    state.trimShared(all);
    return pressed;
  }

  Callback answer(String id, String text, boolean alert) {
    long number = id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    Callback open = all.get(number);
    if (open == null || open.answered() || tooOld(open)) {
      throw Refusal.bad(TOO_OLD);
    }
    Callback answered = open.answer(text, alert);
    all.put(number, answered);
    return answered;
  }

  void expireAfter(Duration age) {
    life = age;
  }

  List<Callback> in(long chatId) {
    return all.values().stream().filter(one -> one.place().chatId() == chatId).toList();
  }

  private boolean tooOld(Callback open) {
    return open.at().plus(life).isBefore(Instant.now());
  }
}
